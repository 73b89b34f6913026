// Which facts has each owner, or the whole graph for the owner null? A page of them.
// in: owners [entity id or null];
//   ids, types, standing, status, kinds, measures, anyEntity [string] or null; entities [string];
//   roles [{role, entities}]; place string or null; text string or null (a Lucene query);
//   minConfidence float or null; minOrigins integer or null; contested, dated boolean or null;
//   from, to, reportedFrom, reportedTo date or null
//   order string (by what), missing (the key of rows that have none), after {key, id} or null,
//   keyUp, idUp boolean (which way keys and, within a key, ids run), limit integer
// out: owner string or null, page [{key, fact {its properties, actors}}] in order
UNWIND $owners AS owner
CALL (owner) {
  CALL (owner) {
    WITH owner WHERE $text IS NULL AND owner IS NULL AND $ids IS NULL
    MATCH (f:Fact)
    RETURN f
  UNION
    WITH owner WHERE $text IS NULL AND owner IS NULL AND $ids IS NOT NULL
    MATCH (f:Fact) WHERE f.id IN $ids
    RETURN f
  UNION
    WITH owner WHERE $text IS NULL AND owner IS NOT NULL
    MATCH (:Entity {id: owner})-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(f:Fact)
    RETURN f
  UNION
    WITH owner WHERE $text IS NOT NULL
    CALL db.index.fulltext.queryNodes('fact_text', $text, {limit: 10000}) YIELD node AS f
    WITH owner, f WHERE owner IS NULL OR EXISTS { (:Entity {id: owner})-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(f) }
    RETURN f
  UNION
    WITH owner WHERE $text IS NOT NULL
    CALL db.index.fulltext.queryRelationships('evidence_text', $text, {limit: 10000}) YIELD relationship
    MATCH (c:Claim)-[s:STATED_IN]->(), (c)-[:SUPPORTS]->(f:Fact)
    WHERE s = relationship AND (owner IS NULL OR EXISTS { (:Entity {id: owner})-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(f) })
    RETURN f
  }
  WITH f
  WHERE ($ids IS NULL OR f.id IN $ids)
    AND ($types IS NULL OR f.type IN $types)
    AND ($standing IS NULL OR f.standing IN $standing)
    AND ($status IS NULL OR f.status IN $status)
    AND ($kinds IS NULL OR f.kind IN $kinds)
    AND ($measures IS NULL OR f.measure IN $measures)
    AND ($minConfidence IS NULL OR f.confidence >= $minConfidence)
    AND ($minOrigins IS NULL OR f.origins >= $minOrigins)
    AND ($contested IS NULL OR coalesce(f.contested, false) = $contested)
    AND ($dated IS NULL OR f.from IS NOT NULL)
    AND ($from IS NULL OR f.to >= $from OR (f.to IS NULL AND f.from IS NOT NULL))
    AND ($to IS NULL OR f.from <= $to OR (f.from IS NULL AND f.to IS NOT NULL))
    AND ($reportedFrom IS NULL OR f.lastReported >= $reportedFrom)
    AND ($reportedTo IS NULL OR f.firstReported <= $reportedTo)
    AND all(x IN $entities WHERE EXISTS { (f)<-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]-(:Entity {id: x}) })
    AND ($anyEntity IS NULL OR EXISTS {
      MATCH (f)<-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]-(e:Entity) WHERE e.id IN $anyEntity
    })
    AND all(x IN $roles WHERE EXISTS {
      MATCH (f)<-[r:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]-(e:Entity) WHERE type(r) = x.role AND e.id IN x.entities
    })
    AND ($place IS NULL OR EXISTS {
      MATCH (f)<-[:VENUE_OF]-(v:Entity) WHERE v.id = $place OR EXISTS { (v)-[:LOCATED_IN]->(:Entity {id: $place}) }
    })
  WITH f, coalesce(CASE $order WHEN 'date' THEN f.from WHEN 'firstReported' THEN f.firstReported WHEN 'lastReported' THEN f.lastReported WHEN 'confidence' THEN f.confidence WHEN 'origins' THEN f.origins END, $missing) AS key
  WHERE $after IS NULL
     OR CASE WHEN $keyUp THEN key > $after.key ELSE key < $after.key END
     OR (key = $after.key AND CASE WHEN $idUp THEN f.id > $after.id ELSE f.id < $after.id END)
  WITH f, key
  ORDER BY CASE WHEN $keyUp THEN key END, CASE WHEN NOT $keyUp THEN key END DESC,
           CASE WHEN $idUp THEN f.id END, CASE WHEN NOT $idUp THEN f.id END DESC
  LIMIT $limit
  RETURN collect({key: key, fact: f {.*, actors: [(e:Entity)-[r:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(f) | {role: type(r), entity: e.id, for: r.for}]}}) AS page
}
RETURN owner, page
