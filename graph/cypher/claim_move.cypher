// Moves all claims of a digest to another fact.
// in: rows list of {digest, fact (id)}
// out: from, to (fact ids), article (id), origin strings, one row a claim
UNWIND $rows AS row
MATCH (f:Fact {id: row.fact})
MATCH (c:Claim {digest: row.digest})-[:STATED_IN]->(a:Article)
MATCH (c)-[s:SUPPORTS]->()
DELETE s
CREATE (c)-[:SUPPORTS]->(f)
WITH c, f, a, c.fact AS left
SET c.fact = f.id, c.rank = null
RETURN left AS from, f.id AS to, a.id AS article, a.origin AS origin
