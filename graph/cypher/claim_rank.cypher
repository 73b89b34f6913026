// Puts the claims of facts that have many in order: by status, then
// publication, then id.
// in: rows list of {fact (id)}
UNWIND $rows AS row
MATCH (f:Fact {id: row.fact})<-[:SUPPORTS]-(c:Claim)
WHERE c.rank IS NULL
SET c.rank = f.id + '|' + c.status + '|' + coalesce(toString(c.published), '') + '|' + c.id
