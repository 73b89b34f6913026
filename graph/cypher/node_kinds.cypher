// What do these ids name?
// in: ids [string]
// out: id string, kind string (article, entity, claim, fact)
CALL () {
  MATCH (n:Article) WHERE n.id IN $ids RETURN n.id AS id, 'article' AS kind
UNION ALL
  MATCH (n:Entity) WHERE n.id IN $ids RETURN n.id AS id, 'entity' AS kind
UNION ALL
  MATCH (n:Claim) WHERE n.id IN $ids RETURN n.id AS id, 'claim' AS kind
UNION ALL
  MATCH (n:Fact) WHERE n.id IN $ids RETURN n.id AS id, 'fact' AS kind
}
RETURN id, kind
ORDER BY id
