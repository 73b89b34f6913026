// What do claims say, and where?
// in: ids list of strings
// out: claim {properties}; article (id), origin strings; starts, ends lists of integers; quotes list of strings;
//      actors list of [role, entity id, id of whom it acts for]; attributed list of entity ids, outermost first
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[s:STATED_IN]->(a:Article)
RETURN properties(c) AS claim, a.id AS article, a.origin AS origin,
       s.starts AS starts, s.ends AS ends, s.quotes AS quotes,
       [(c)-[n:NAMES]->(e:Entity) | [n.role, e.id, n.for]] AS actors,
       COLLECT { MATCH (c)-[t:ATTRIBUTED_TO]->(e:Entity) RETURN e.id ORDER BY t.depth } AS attributed
