// Which claims support facts that have few?
// in: rows list of {fact (id)}
// out: fact, claim (ids)
UNWIND $rows AS row
MATCH (c:Claim)
WHERE c.rank STARTS WITH row.fact + '|'
RETURN c.fact AS fact, c.id AS claim
