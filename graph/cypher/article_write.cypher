// Stores articles, each under its source.
// in: rows list of {id, source (id or null), article {properties}}
UNWIND $rows AS row
MERGE (a:Article {id: row.id})
SET a = row.article, a.recorded = datetime()
WITH a, row
MATCH (s:Source {id: row.source})
CREATE (s)-[:PUBLISHED]->(a)
