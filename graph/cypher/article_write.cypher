// Stores articles, each under its source, and where they speak of entities.
// in: entities list of ids; rows list of {id, source (id or null), article {properties},
//     mentions [{entity (place in entities), count, starts, ends, kinds}]}
UNWIND $entities AS id
MATCH (e:Entity {id: id})
WITH collect(e) AS entities
UNWIND $rows AS row
MERGE (a:Article {id: row.id})
SET a = row.article, a.recorded = datetime()
WITH a, row, entities
CALL (a, row) {
  MATCH (s:Source {id: row.source})
  CREATE (s)-[:PUBLISHED]->(a)
}
CALL (a, row, entities) {
  UNWIND row.mentions AS mention
  WITH a, mention, entities[mention.entity] AS e
  CREATE (a)-[:MENTIONS {count: mention.count, starts: mention.starts, ends: mention.ends, kinds: mention.kinds}]->(e)
}
