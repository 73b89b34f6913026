// Which claims are found in these blocks?
// in: blocks list of strings
// out: id string
UNWIND $blocks AS block
MATCH (c:Claim)-[:FILED_IN]->(:Block {key: block})
RETURN DISTINCT c.id AS id
