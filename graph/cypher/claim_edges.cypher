// The relationships that start at nodes with the label Claim, for a page of those by id.
// in: after string (the last id of the page before), limit integer
// out: id string; edges list of [type, id of the end, properties]
MATCH (n:Claim)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $limit
RETURN n.id AS id, [(n)-[r:STATED_IN|NAMES|ATTRIBUTED_TO|SUPPORTS]->(m) | [type(r), m.id, properties(r)]] AS edges
ORDER BY id
