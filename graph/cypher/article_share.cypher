// How many claims of a fact does an article make?
// in: rows list of {fact, group (article id)}
// out: fact, group strings; claims integer
UNWIND $rows AS row
MATCH (:Article {id: row.group})<-[:STATED_IN]-(c:Claim)
WHERE c.fact = row.fact
RETURN row.fact AS fact, row.group AS group, count(c) AS claims
