// In how many facts has each of these entities a role?
// in: ids [string]
// out: id string, count integer
MATCH (e:Entity) WHERE e.id IN $ids
RETURN e.id AS id, COUNT { MATCH (e)-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(f:Fact) RETURN DISTINCT f } AS count
ORDER BY id
