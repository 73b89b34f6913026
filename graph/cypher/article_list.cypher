// Which articles mention each owner, or are in the whole graph for the owner null? A page of them.
// in: owners [entity id or null]; sources, languages [string] or null; entities [string];
//   text string or null (a Lucene query); from, to date or null
//   order string (by what), missing (the key of rows that have none), after {key, id} or null,
//   keyUp, idUp boolean (which way keys and, within a key, ids run), limit integer
// out: owner string or null, page [{key, article {its properties without text, source}}] in order
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
  WITH a, coalesce(CASE $order WHEN 'published' THEN a.published WHEN 'recorded' THEN a.recorded END, $missing) AS key
  WHERE $after IS NULL
     OR CASE WHEN $keyUp THEN key > $after.key ELSE key < $after.key END
     OR (key = $after.key AND CASE WHEN $idUp THEN a.id > $after.id ELSE a.id < $after.id END)
  WITH a, key
  ORDER BY CASE WHEN $keyUp THEN key END, CASE WHEN NOT $keyUp THEN key END DESC,
           CASE WHEN $idUp THEN a.id END, CASE WHEN NOT $idUp THEN a.id END DESC
  LIMIT $limit
  RETURN collect({key: key, article: a {.id, .url, .sourceId, .title, .published, .publishedAt, .modified, .language, .recorded, source: head([(s:Source)-[:PUBLISHED]->(a) | s.name])}}) AS page
}
RETURN owner, page
