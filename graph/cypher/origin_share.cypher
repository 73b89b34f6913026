// How many claims of a fact do the articles of one origin make?
// in: rows list of {fact, group (origin)}
// out: fact, group strings; claims integer
UNWIND $rows AS row
MATCH (:Article {origin: row.group})<-[:STATED_IN]-(c:Claim)
WHERE c.fact = row.fact
RETURN row.fact AS fact, row.group AS group, count(c) AS claims
