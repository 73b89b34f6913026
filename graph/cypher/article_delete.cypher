// Removes articles that have been cleared.
// in: ids list of strings
UNWIND $ids AS id
MATCH (a:Article {id: id})
DETACH DELETE a
