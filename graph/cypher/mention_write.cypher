// Stores where articles speak of entities.
// in: rows list of {article, entity, count, starts, ends, kinds}
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MATCH (e:Entity {id: row.entity})
CREATE (a)-[:MENTIONS {count: row.count, starts: row.starts, ends: row.ends, kinds: row.kinds}]->(e)
