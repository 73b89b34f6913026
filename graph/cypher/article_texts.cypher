// The texts of the articles with these ids.
// in: ids [string]
// out: id string, text string
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.id AS id, a.text AS text
ORDER BY id
