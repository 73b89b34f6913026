// Removes those of the blocks that hold no claim.
// in: keys list of strings
UNWIND $keys AS key
MATCH (b:Block {key: key})
WHERE NOT EXISTS { (b)<-[:FILED_IN]-() }
DELETE b
