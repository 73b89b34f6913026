// Stores claims with where they stand, whom they name, what they support,
// and the blocks where others find them.
// in: entities, facts lists of ids; rows list of {article (id), claims [{claim {properties}, fact (place in facts),
//     starts, ends, quotes, actors [{role, entity (place in entities), for}], attributed [{entity, depth}], blocks [key]}]}
UNWIND $entities AS id
MATCH (e:Entity {id: id})
WITH collect(e) AS entities
UNWIND $facts AS id
MATCH (f:Fact {id: id})
WITH entities, collect(f) AS facts
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
UNWIND row.claims AS claim
WITH a, claim, entities, facts[claim.fact] AS f
CREATE (c:Claim)
SET c = claim.claim, c.recorded = datetime()
CREATE (c)-[:STATED_IN {starts: claim.starts, ends: claim.ends, quotes: claim.quotes}]->(a)
CREATE (c)-[:SUPPORTS]->(f)
WITH c, claim, entities
CALL (c, claim, entities) {
  UNWIND claim.actors AS actor
  WITH c, actor, entities[actor.entity] AS e
  CREATE (c)-[n:NAMES {role: actor.role}]->(e)
  SET n.for = actor.for
}
CALL (c, claim, entities) {
  UNWIND claim.attributed AS attributed
  WITH c, attributed, entities[attributed.entity] AS e
  CREATE (c)-[:ATTRIBUTED_TO {depth: attributed.depth}]->(e)
}
CALL (c, claim) {
  UNWIND claim.blocks AS key
  MERGE (b:Block {key: key})
  CREATE (c)-[:FILED_IN]->(b)
}
