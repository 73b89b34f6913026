// Takes from facts everybody who has a role in them.
// in: rows list of {id}
UNWIND $rows AS row
MATCH (:Entity)-[r]->(f:Fact {id: row.id})
DELETE r
