// How many articles mention each owner, or are in the whole graph for the owner null?
// in: owners [entity id or null]; filter {sources, languages [string] or null; entities [string];
//   text string or null (a Lucene query); from, to date or null}
// scans: Article
// out: owner string or null, count integer
UNWIND $owners AS owner
CALL (owner) {
  CALL (owner) {
    WITH owner WHERE $filter.text IS NULL AND owner IS NULL
    MATCH (a:Article)
    RETURN a
  UNION
    WITH owner WHERE $filter.text IS NULL AND owner IS NOT NULL
    MATCH (:Entity {id: owner})<-[:MENTIONS]-(a:Article)
    RETURN a
  UNION
    WITH owner WHERE $filter.text IS NOT NULL
    CALL db.index.fulltext.queryNodes('article_text', $filter.text, {limit: 10000}) YIELD node AS a
    WITH owner, a WHERE owner IS NULL OR EXISTS { (:Entity {id: owner})<-[:MENTIONS]-(a) }
    RETURN a
  }
  WITH a
  WHERE ($filter.from IS NULL OR a.published >= $filter.from)
    AND ($filter.to IS NULL OR a.published <= $filter.to)
    AND ($filter.languages IS NULL OR a.language IN $filter.languages)
    AND ($filter.sources IS NULL OR EXISTS { MATCH (s:Source)-[:PUBLISHED]->(a) WHERE s.name IN $filter.sources })
    AND all(x IN $filter.entities WHERE EXISTS { (a)-[:MENTIONS]->(:Entity {id: x}) })
  RETURN count(a) AS count
}
RETURN owner, count
