// Makes sure that facts are there for claims to support.
// in: rows list of {id, key}
UNWIND $rows AS row
MERGE (f:Fact {id: row.id})
ON CREATE SET f.key = row.key
