// Files stored claims, each for all claims of its digest: where it looks for its
// fact, and in the blocks where others find it.
// in: rows list of {claim (id), home, core list of strings}
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
SET c.home = row.home
WITH c, row
UNWIND row.core AS key
MERGE (b:Block {key: key})
CREATE (c)-[:FILED_IN]->(b)
