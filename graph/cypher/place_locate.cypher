// Ties places to the countries where they lie.
// in: rows list of {id}
UNWIND $rows AS row
MATCH (p:Entity {id: row.id})
MATCH (c:Country {code: p.country})
MERGE (p)-[:LOCATED_IN]->(c)
