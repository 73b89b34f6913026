// Which dated articles are the newest? A page of article_list in its usual order, read along the index.
// in: filter {sources, languages [string] or null; from, to date or null}
//   page {bound date (the latest day), after {key, id} or null, limit integer}
// out: owner null, page [{key, article {its properties without text, source}}] in order
MATCH (a:Article) USING INDEX a:Article(published, id)
WHERE a.published <= $page.bound AND a.id IS NOT NULL
  AND ($page.after IS NULL OR a.published < $page.after.key OR a.id > $page.after.id)
  AND ($filter.from IS NULL OR a.published >= $filter.from)
  AND ($filter.to IS NULL OR a.published <= $filter.to)
  AND ($filter.languages IS NULL OR a.language IN $filter.languages)
  AND ($filter.sources IS NULL OR EXISTS { MATCH (s:Source)-[:PUBLISHED]->(a) WHERE s.name IN $filter.sources })
WITH a
ORDER BY a.published DESC, a.id
LIMIT $page.limit
RETURN null AS owner, collect({key: a.published, article: a {.id, .url, .sourceId, .title, .published, .publishedAt, .modified, .language, .recorded, source: head([(s:Source)-[:PUBLISHED]->(a) | s.name])}}) AS page
