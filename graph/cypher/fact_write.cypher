// Stores what follows for facts from their claims, and who has which role in
// them where that is new.
// in: entities list of ids; rows list of {id, labels (type and standing), fact {properties},
//     roles [{role, entity (place in entities), for}]}
UNWIND $entities AS id
MATCH (e:Entity {id: id})
WITH collect(e) AS entities
UNWIND $rows AS row
MERGE (f:Fact {id: row.id})
REMOVE f:Occurred:Anticipated:Alleged:Negated
SET f:$(row.labels), f = row.fact
WITH f, row, entities
CALL (f, row, entities) {
  UNWIND row.roles AS role
  WITH f, role, entities[role.entity] AS e
  CREATE (e)-[r:$(role.role)]->(f)
  SET r.for = role.for
}
