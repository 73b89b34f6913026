// Stores claims with where they stand, whom they name and what they support.
// in: rows list of {article, fact, claim {properties}, starts, ends, quotes, actors [{role, entity, for}], attributed [{entity, depth}]}
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MATCH (f:Fact {id: row.fact})
CREATE (c:Claim)
SET c = row.claim, c.recorded = datetime()
CREATE (c)-[:STATED_IN {starts: row.starts, ends: row.ends, quotes: row.quotes}]->(a)
CREATE (c)-[:SUPPORTS]->(f)
WITH c, row
CALL (c, row) {
  UNWIND row.actors AS actor
  MATCH (e:Entity {id: actor.entity})
  CREATE (c)-[n:NAMES {role: actor.role}]->(e)
  SET n.for = actor.for
}
CALL (c, row) {
  UNWIND row.attributed AS attributed
  MATCH (e:Entity {id: attributed.entity})
  CREATE (c)-[:ATTRIBUTED_TO {depth: attributed.depth}]->(e)
}
