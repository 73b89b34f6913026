// Removes entities that no article speaks of any more.
// in: ids list of strings
UNWIND $ids AS id
MATCH (e:Entity {id: id})
DETACH DELETE e
