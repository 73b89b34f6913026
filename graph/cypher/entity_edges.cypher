// The relationships that start at nodes with the label Entity, for a page of those by id.
// in: after string (the last id of the page before), limit integer
// out: id string; edges list of [type, id of the end, properties]
MATCH (n:Entity)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $limit
RETURN n.id AS id, [(n)-[r:LOCATED_IN|PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(m) | [type(r), m.id, properties(r)]] AS edges
ORDER BY id
