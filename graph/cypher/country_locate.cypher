// Ties countries to the places that lie there.
// in: rows list of {id}
UNWIND $rows AS row
MATCH (c:Entity {id: row.id})
MATCH (p:Place {country: c.code})
MERGE (p)-[:LOCATED_IN]->(c)
