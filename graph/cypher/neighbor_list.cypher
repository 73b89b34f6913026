// With which entities does each owner share facts? A page of them.
// in: owners [entity id]; types, factTypes, standing [string] or null; from, to date or null
//   order string (by what), missing (the key of rows that have none), after {key, id} or null,
//   keyUp, idUp boolean (which way keys and, within a key, ids run), limit integer
// out: owner string, page [{key, facts (how many are shared), types [string], lastReported date or null, entity {its properties}}] in order
UNWIND $owners AS owner
CALL (owner) {
  MATCH (:Entity {id: owner})-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(f:Fact)<-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]-(n:Entity)
  WHERE n.id <> owner
    AND ($types IS NULL OR n.type IN $types)
    AND ($factTypes IS NULL OR f.type IN $factTypes)
    AND ($standing IS NULL OR f.standing IN $standing)
    AND ($from IS NULL OR f.to >= $from OR (f.to IS NULL AND f.from IS NOT NULL))
    AND ($to IS NULL OR f.from <= $to OR (f.from IS NULL AND f.to IS NOT NULL))
  WITH DISTINCT n, f
  WITH n, count(f) AS key, collect(f.type) AS types, max(f.lastReported) AS lastReported
  WHERE $after IS NULL
     OR CASE WHEN $keyUp THEN key > $after.key ELSE key < $after.key END
     OR (key = $after.key AND CASE WHEN $idUp THEN n.id > $after.id ELSE n.id < $after.id END)
  WITH n, key, types, lastReported
  ORDER BY CASE WHEN $keyUp THEN key END, CASE WHEN NOT $keyUp THEN key END DESC,
           CASE WHEN $idUp THEN n.id END, CASE WHEN NOT $idUp THEN n.id END DESC
  LIMIT $limit
  RETURN collect({key: key, types: types, lastReported: lastReported, entity: n {.*}}) AS page
}
RETURN owner, page
