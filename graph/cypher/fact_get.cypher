// The facts with these ids.
// in: ids [string]
// out: fact {its properties, actors}
MATCH (f:Fact) WHERE f.id IN $ids
RETURN f {.*, actors: [(e:Entity)-[r:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(f) | {role: type(r), entity: e.id, for: r.for}]} AS fact
ORDER BY f.id
