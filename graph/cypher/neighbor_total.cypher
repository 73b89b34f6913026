// With how many entities does each owner share facts?
// in: owners [entity id]; filter {types, factTypes, standing [string] or null; from, to date or null}
// out: owner string, count integer
UNWIND $owners AS owner
CALL (owner) {
  MATCH (o:Entity {id: owner})-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(f:Fact)<-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]-(n:Entity)
  WHERE n <> o
    AND ($filter.types IS NULL OR n.type IN $filter.types)
    AND ($filter.factTypes IS NULL OR f.type IN $filter.factTypes)
    AND ($filter.standing IS NULL OR f.standing IN $filter.standing)
    AND ($filter.from IS NULL OR f.to >= $filter.from OR (f.to IS NULL AND f.from IS NOT NULL))
    AND ($filter.to IS NULL OR f.from <= $filter.to OR (f.from IS NULL AND f.to IS NOT NULL))
  RETURN count(DISTINCT n) AS count
}
RETURN owner, count
