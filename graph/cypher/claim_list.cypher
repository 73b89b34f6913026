// Which claims support each owner that is a fact (oldest publication first), or are stated in
// each owner that is an article (in the order of the text)? A page of them.
// in: owners [fact or article id]; types, standing, status [string] or null; minConfidence float or null;
//   order string (by what), missing (the key of rows that have none), after {key, id} or null,
//   keyUp, idUp boolean (which way keys and, within a key, ids run), limit integer
// out: owner string, page [{key, claim {its properties, actors, attributedTo, fact, article, starts, ends, quotes}}] in order
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
    AND ($after IS NULL
      OR CASE WHEN $keyUp THEN key > $after.key ELSE key < $after.key END
      OR (key = $after.key AND CASE WHEN $idUp THEN c.id > $after.id ELSE c.id < $after.id END))
  WITH c, s, a, key
  ORDER BY CASE WHEN $keyUp THEN key END, CASE WHEN NOT $keyUp THEN key END DESC,
           CASE WHEN $idUp THEN c.id END, CASE WHEN NOT $idUp THEN c.id END DESC
  LIMIT $limit
  RETURN collect({key: key, claim: c {.*, actors: [(c)-[n:NAMES]->(e:Entity) | {role: n.role, entity: e.id, for: n.for}],
      attributedTo: [(c)-[t:ATTRIBUTED_TO]->(e:Entity) | {depth: t.depth, entity: e.id}],
      fact: head([(c)-[:SUPPORTS]->(f:Fact) | f.id]),
      article: a.id, starts: s.starts, ends: s.ends, quotes: s.quotes}}) AS page
}
RETURN owner, page
