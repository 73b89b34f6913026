// What do articles hold that change or go?
// in: ids list of strings
// out: id, source, origin strings; named list of strings; claims list of {id, digest, fact, home, core}
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.source AS source, a.origin AS origin, a.named AS named,
       COLLECT {
         MATCH (c:Claim)-[:STATED_IN]->(a)
         RETURN c {.id, .digest, .fact, .home, core: [(c)-[:FILED_IN]->(b:Block) | b.key]}
       } AS claims
