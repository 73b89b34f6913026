// Takes from facts everybody who has a role in them.
// in: rows list of {id}
UNWIND $rows AS row
MATCH (:Entity)-[r:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(f:Fact {id: row.id})
DELETE r
