// How many claims support each owner that is a fact, or are stated in each owner that is an article?
// in: owners [fact or article id]; types, standing, status [string] or null; minConfidence float or null;
//   missing (the key of claims that have none)
// out: owner string, count integer
UNWIND $owners AS owner
CALL (owner) {
  CALL (owner) {
    MATCH (:Fact {id: owner})<-[:SUPPORTS]-(c:Claim)-[s:STATED_IN]->(a:Article)
    RETURN c, s, a, c.published AS key
  UNION ALL
    MATCH (a:Article {id: owner})<-[s:STATED_IN]-(c:Claim)
    RETURN c, s, a, s.starts[0] AS key
  }
  WITH c, s, a, coalesce(key, $missing) AS key
  WHERE ($types IS NULL OR c.type IN $types)
    AND ($standing IS NULL OR c.standing IN $standing)
    AND ($status IS NULL OR c.status IN $status)
    AND ($minConfidence IS NULL OR c.confidence >= $minConfidence)
  RETURN count(c) AS count
}
RETURN owner, count
