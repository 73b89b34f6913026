// Stores who has which role in facts.
// in: rows list of {fact, role, entity, for}
UNWIND $rows AS row
MATCH (f:Fact {id: row.fact})
MATCH (e:Entity {id: row.entity})
CREATE (e)-[r:$(row.role)]->(f)
SET r.for = row.for
