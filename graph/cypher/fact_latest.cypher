// Which dated facts of one type are the newest? A page of fact_list in its usual order, read along the index.
// in: filter {types [string] with one entry, standing, status, kinds, measures [string] or null; minConfidence float or null;
//   minOrigins integer or null; contested boolean or null; from, to, reportedFrom, reportedTo date or null}
//   page {bound date (the latest day), after {key, id} or null, limit integer}
// out: owner null, page [{key, fact {its properties, actors}}] in order
MATCH (f:Fact) USING INDEX f:Fact(type, from)
WHERE f.type = $filter.types[0] AND f.from <= $page.bound
  AND ($page.after IS NULL OR f.from < $page.after.key OR f.id > $page.after.id)
  AND ($filter.standing IS NULL OR f.standing IN $filter.standing)
  AND ($filter.status IS NULL OR f.status IN $filter.status)
  AND ($filter.kinds IS NULL OR f.kind IN $filter.kinds)
  AND ($filter.measures IS NULL OR f.measure IN $filter.measures)
  AND ($filter.minConfidence IS NULL OR f.confidence >= $filter.minConfidence)
  AND ($filter.minOrigins IS NULL OR f.origins >= $filter.minOrigins)
  AND ($filter.contested IS NULL OR coalesce(f.contested, false) = $filter.contested)
  AND ($filter.from IS NULL OR f.to >= $filter.from OR f.to IS NULL)
  AND ($filter.to IS NULL OR f.from <= $filter.to)
  AND ($filter.reportedFrom IS NULL OR f.lastReported >= $filter.reportedFrom)
  AND ($filter.reportedTo IS NULL OR f.firstReported <= $filter.reportedTo)
WITH f
ORDER BY f.type DESC, f.from DESC, f.id
LIMIT $page.limit
RETURN null AS owner, collect({key: f.from, fact: f {.*, actors: [(e:Entity)-[r:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(f) | {role: type(r), entity: e.id, for: r.for}]}}) AS page
