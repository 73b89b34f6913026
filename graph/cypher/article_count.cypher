// How many articles mention each owner, or are in the whole graph for the owner null?
// in: owners [entity id or null]; sources, languages [string] or null; entities [string];
//   text string or null (a Lucene query); from, to date or null
// out: owner string or null, count integer
UNWIND $owners AS owner
CALL (owner) {
  CALL (owner) {
    WITH owner WHERE $text IS NULL AND owner IS NULL
    MATCH (a:Article)
    RETURN a
  UNION
    WITH owner WHERE $text IS NULL AND owner IS NOT NULL
    MATCH (:Entity {id: owner})<-[:MENTIONS]-(a:Article)
    RETURN a
  UNION
    WITH owner WHERE $text IS NOT NULL
    CALL db.index.fulltext.queryNodes('article_text', $text, {limit: 10000}) YIELD node AS a
    WITH owner, a WHERE owner IS NULL OR EXISTS { (:Entity {id: owner})<-[:MENTIONS]-(a) }
    RETURN a
  }
  WITH a
  WHERE ($from IS NULL OR a.published >= $from)
    AND ($to IS NULL OR a.published <= $to)
    AND ($languages IS NULL OR a.language IN $languages)
    AND ($sources IS NULL OR EXISTS { MATCH (s:Source)-[:PUBLISHED]->(a) WHERE s.name IN $sources })
    AND all(x IN $entities WHERE EXISTS { (a)-[:MENTIONS]->(:Entity {id: x}) })
  RETURN count(a) AS count
}
RETURN owner, count
