// Which filed claims look for their fact in these blocks?
// in: blocks list of strings
// out: id, home strings
UNWIND $blocks AS block
MATCH (c:Claim {home: block})
RETURN c.id AS id, c.home AS home
