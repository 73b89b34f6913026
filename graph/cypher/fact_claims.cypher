// What do the claims say that support facts which have few?
// in: rows list of {fact (id)}
// out: as claim_read
UNWIND $rows AS row
MATCH (:Fact {id: row.fact})<-[:SUPPORTS]-(c:Claim)
MATCH (c)-[:STATED_IN]->(a:Article)
RETURN properties(c) AS claim, a.id AS article, a.origin AS origin,
       [(c)-[n:NAMES]->(e:Entity) | [n.role, e.id, n.for]] AS actors
