// In how many names of entities, facts and articles do these words stand?
// in: text string (a Lucene query); kinds [string] (entity, fact, article)
// out: count integer
CALL () {
  WITH 1 AS one WHERE 'entity' IN $kinds
  CALL db.index.fulltext.queryNodes('entity_text', $text, {limit: 1000}) YIELD node
  RETURN node
UNION ALL
  WITH 1 AS one WHERE 'fact' IN $kinds
  CALL db.index.fulltext.queryNodes('fact_text', $text, {limit: 1000}) YIELD node
  RETURN node
UNION ALL
  WITH 1 AS one WHERE 'article' IN $kinds
  CALL db.index.fulltext.queryNodes('article_text', $text, {limit: 1000}) YIELD node
  RETURN node
}
RETURN count(node) AS count
