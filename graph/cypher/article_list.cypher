// Which articles mention each owner, or are in the whole graph for the owner null? A page of them.
// in: owners [entity id or null]; filter {sources, languages [string] or null; entities [string];
//   text string or null (a Lucene query); from, to date or null}
//   page {order string (by what), missing (the key of rows that have none), after {key, id} or null,
//   keyUp, idUp boolean (which way keys and, within a key, ids run), limit integer}
// scans: Article
// out: owner string or null, page [{key, article {its properties without text, source}}] in order
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
  WITH a, coalesce(CASE $page.order WHEN 'published' THEN a.published WHEN 'recorded' THEN a.recorded END, $page.missing) AS key
  WHERE $page.after IS NULL
     OR CASE WHEN $page.keyUp THEN key > $page.after.key ELSE key < $page.after.key END
     OR (key = $page.after.key AND CASE WHEN $page.idUp THEN a.id > $page.after.id ELSE a.id < $page.after.id END)
  WITH a, key
  ORDER BY CASE WHEN $page.keyUp THEN key END, CASE WHEN NOT $page.keyUp THEN key END DESC,
           CASE WHEN $page.idUp THEN a.id END, CASE WHEN NOT $page.idUp THEN a.id END DESC
  LIMIT $page.limit
  RETURN collect({key: key, article: a {.id, .url, .sourceId, .title, .published, .publishedAt, .modified, .language, .recorded, source: head([(s:Source)-[:PUBLISHED]->(a) | s.name])}}) AS page
}
RETURN owner, page
