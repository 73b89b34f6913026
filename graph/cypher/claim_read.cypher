// What do claims say that decides to which fact they belong, and what that fact is?
// in: ids list of strings
// out: claim {properties}; article (id), origin strings; actors list of [role, entity id, id of whom it acts for]
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[:STATED_IN]->(a:Article)
RETURN properties(c) AS claim, a.id AS article, a.origin AS origin,
       [(c)-[n:NAMES]->(e:Entity) | [n.role, e.id, n.for]] AS actors
