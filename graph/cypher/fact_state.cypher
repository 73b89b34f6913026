// What does the graph hold of facts of which claims come or go?
// in: ids list of strings
// out: id, key, type strings; claims, articles, origins integers; roles list of [role, entity id, id of whom it acts for]
UNWIND $ids AS id
MATCH (f:Fact {id: id})
RETURN f.id AS id, f.key AS key, f.type AS type, f.claims AS claims, f.articles AS articles, f.origins AS origins,
       [(e:Entity)-[r:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(f) | [type(r), e.id, r.for]] AS roles
