// How much does the graph hold?
// scans: Fact
// out: articles, entities, claims integer, facts [{type, standing, count}]
RETURN COUNT { (:Article) } AS articles,
       COUNT { (:Entity) } AS entities,
       COUNT { (:Claim) } AS claims,
       COLLECT { MATCH (f:Fact)
                 WITH f.type AS type, f.standing AS standing, count(*) AS count
                 RETURN {type: type, standing: standing, count: count} } AS facts
