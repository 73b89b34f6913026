// Removes outlets of which no article is left.
// in: ids list of strings
UNWIND $ids AS id
MATCH (s:Source {id: id})
DETACH DELETE s
