// The entities with these ids.
// in: ids [string]
// out: entity {its properties}
MATCH (e:Entity) WHERE e.id IN $ids
RETURN e {.*} AS entity
ORDER BY e.id
