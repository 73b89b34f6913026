// Which facts have claims that were recorded after a moment? The oldest records first.
// in: since datetime, id string (the claim's, within that moment), limit integer
// out: recorded datetime, claim string, fact string, in order
MATCH (c:Claim)-[:SUPPORTS]->(f:Fact)
WHERE c.recorded > $since OR (c.recorded = $since AND c.id > $id)
RETURN c.recorded AS recorded, c.id AS claim, f.id AS fact
ORDER BY recorded, claim
LIMIT $limit
