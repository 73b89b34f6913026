// How many claims support each owner that is a fact, or are stated in each owner that is an article?
// in: owners [fact or article id]; filter {types, standing, status [string] or null; minConfidence float or null}
// out: owner string, count integer
UNWIND $owners AS owner
CALL (owner) {
  CALL (owner) {
    MATCH (f:Fact {id: owner})<-[:SUPPORTS]-(c:Claim)
    USING INDEX SEEK f:Fact(id)
    RETURN c
  UNION ALL
    MATCH (a:Article {id: owner})<-[:STATED_IN]-(c:Claim)
    USING INDEX SEEK a:Article(id)
    RETURN c
  }
  WITH c
  WHERE ($filter.types IS NULL OR c.type IN $filter.types)
    AND ($filter.standing IS NULL OR c.standing IN $filter.standing)
    AND ($filter.status IS NULL OR c.status IN $filter.status)
    AND ($filter.minConfidence IS NULL OR c.confidence >= $filter.minConfidence)
  RETURN count(c) AS count
}
RETURN owner, count
