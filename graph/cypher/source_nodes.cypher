// The nodes with the label Source, a page of them by id.
// in: after string (the last id of the page before), limit integer
// out: id string; labels list of strings; properties map
MATCH (n:Source)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $limit
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties
ORDER BY id
