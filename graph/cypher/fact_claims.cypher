// Which claims support facts that have few?
// in: rows list of {fact (id)}
// out: fact, claim (ids)
UNWIND $rows AS row
MATCH (c:Claim)
WHERE c.fact = row.fact AND c.rank > ''
RETURN c.fact AS fact, c.id AS claim
