// The articles with these ids or addresses.
// in: ids, urls [string]
// out: article {its properties without text, source}
CALL () {
  MATCH (a:Article) WHERE a.id IN $ids
  RETURN a
UNION
  MATCH (a:Article) WHERE a.url IN $urls
  RETURN a
}
RETURN a {.id, .url, .sourceId, .title, .published, .publishedAt, .modified, .language, .recorded, source: head([(s:Source)-[:PUBLISHED]->(a) | s.name])} AS article
ORDER BY a.id
