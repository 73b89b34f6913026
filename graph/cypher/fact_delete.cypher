// Removes facts that no claim supports any more.
// in: ids list of strings
UNWIND $ids AS id
MATCH (f:Fact {id: id})
DETACH DELETE f
