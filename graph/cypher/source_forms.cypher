// How do articles spell the names of outlets?
// in: ids list of strings
// out: id string; articles integer; forms list of strings; formCounts list of integers
UNWIND $ids AS id
MATCH (s:Source {id: id})
RETURN s.id AS id, s.articles AS articles, s.forms AS forms, s.formCounts AS formCounts
