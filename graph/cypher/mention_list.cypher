// Which entities does each of these articles mention, and where?
// in: ids [article id]
// out: article id, entity {its properties}, starts, ends [integer], kinds [string], in the order of the text
MATCH (a:Article)-[m:MENTIONS]->(e:Entity) WHERE a.id IN $ids
RETURN a.id AS article, e {.*} AS entity, m.starts AS starts, m.ends AS ends, m.kinds AS kinds
ORDER BY article, m.starts[0], e.id
