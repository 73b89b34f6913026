// Stores what follows for facts from their claims.
// in: rows list of {id, labels (type and standing), fact {properties}}
UNWIND $rows AS row
MATCH (f:Fact {id: row.id})
REMOVE f:Occurred:Anticipated:Alleged:Negated
SET f:$(row.labels), f = row.fact
