// With which entities does each owner share facts? A page of them.
// in: owners [entity id]; filter {types, factTypes, standing [string] or null; from, to date or null}
//   page {order string (by what), missing (the key of rows that have none), after {key, id} or null,
//   keyUp, idUp boolean (which way keys and, within a key, ids run), limit integer}
// out: owner string, page [{key, facts (how many are shared), types [string], lastReported date or null, entity {its properties}}] in order
UNWIND $owners AS owner
CALL (owner) {
  MATCH (o:Entity {id: owner})-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(f:Fact)<-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]-(n:Entity)
  WHERE n <> o
    AND ($filter.types IS NULL OR n.type IN $filter.types)
    AND ($filter.factTypes IS NULL OR f.type IN $filter.factTypes)
    AND ($filter.standing IS NULL OR f.standing IN $filter.standing)
    AND ($filter.from IS NULL OR f.to >= $filter.from OR (f.to IS NULL AND f.from IS NOT NULL))
    AND ($filter.to IS NULL OR f.from <= $filter.to OR (f.from IS NULL AND f.to IS NOT NULL))
  WITH DISTINCT n, f
  WITH n, count(f) AS key, collect(f.type) AS types, max(f.lastReported) AS lastReported
  WHERE $page.after IS NULL
     OR CASE WHEN $page.keyUp THEN key > $page.after.key ELSE key < $page.after.key END
     OR (key = $page.after.key AND CASE WHEN $page.idUp THEN n.id > $page.after.id ELSE n.id < $page.after.id END)
  WITH n, key, types, lastReported
  ORDER BY CASE WHEN $page.keyUp THEN key END, CASE WHEN NOT $page.keyUp THEN key END DESC,
           CASE WHEN $page.idUp THEN n.id END, CASE WHEN NOT $page.idUp THEN n.id END DESC
  LIMIT $page.limit
  RETURN collect({key: key, types: types, lastReported: lastReported, entity: n {.*}}) AS page
}
RETURN owner, page
