// Where do these words stand: in names of entities, in facts, in articles? A page of the best.
// in: text string (a Lucene query); kinds [string] (entity, fact, article); after {score, id} or null; limit integer
// out: id string, kind string, score float, best first
CALL () {
  WITH 1 AS one WHERE 'entity' IN $kinds
  CALL db.index.fulltext.queryNodes('entity_text', $text, {limit: 1000}) YIELD node, score
  RETURN node.id AS id, 'entity' AS kind, score * (1 + log10(1 + coalesce(node.articles, 0))) AS score
UNION ALL
  WITH 1 AS one WHERE 'fact' IN $kinds
  CALL db.index.fulltext.queryNodes('fact_text', $text, {limit: 1000}) YIELD node, score
  RETURN node.id AS id, 'fact' AS kind, score AS score
UNION ALL
  WITH 1 AS one WHERE 'article' IN $kinds
  CALL db.index.fulltext.queryNodes('article_text', $text, {limit: 1000}) YIELD node, score
  RETURN node.id AS id, 'article' AS kind, score AS score
}
WITH id, kind, score
WHERE $after IS NULL OR score < $after.score OR (score = $after.score AND id > $after.id)
RETURN id, kind, score
ORDER BY score DESC, id
LIMIT $limit
