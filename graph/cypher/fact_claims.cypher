// Which claims support facts that have few?
// in: rows list of {fact (id)}
// out: fact, claim (ids)
UNWIND $rows AS row
MATCH (f:Fact {id: row.fact})<-[:SUPPORTS]-(c:Claim)
RETURN f.id AS fact, c.id AS claim
