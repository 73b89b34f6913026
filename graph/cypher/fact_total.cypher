// How many facts has each owner, or the whole graph for the owner null?
// in: owners [entity id or null]; filter {
//   ids, types, standing, status, kinds, measures, anyEntity [string] or null; entities [string];
//   roles [{role, entities}]; place string or null; text string or null (a Lucene query);
//   minConfidence float or null; minOrigins integer or null; contested, dated boolean or null;
//   from, to, reportedFrom, reportedTo date or null}
// scans: Fact
// out: owner string or null, count integer
UNWIND $owners AS owner
CALL (owner) {
  CALL (owner) {
    WITH owner WHERE $filter.text IS NULL AND owner IS NULL AND $filter.ids IS NULL
    MATCH (f:Fact)
    RETURN f
  UNION
    WITH owner WHERE $filter.text IS NULL AND owner IS NULL AND $filter.ids IS NOT NULL
    MATCH (f:Fact) WHERE f.id IN $filter.ids
    RETURN f
  UNION
    WITH owner WHERE $filter.text IS NULL AND owner IS NOT NULL
    MATCH (:Entity {id: owner})-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(f:Fact)
    RETURN f
  UNION
    WITH owner WHERE $filter.text IS NOT NULL
    CALL db.index.fulltext.queryNodes('fact_text', $filter.text, {limit: 10000}) YIELD node AS f
    WITH owner, f WHERE owner IS NULL OR EXISTS { (:Entity {id: owner})-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(f) }
    RETURN f
  UNION
    WITH owner WHERE $filter.text IS NOT NULL
    CALL db.index.fulltext.queryRelationships('evidence_text', $filter.text, {limit: 10000}) YIELD relationship
    WITH owner, startNode(relationship) AS c
    MATCH (c)-[:SUPPORTS]->(f:Fact)
    WHERE owner IS NULL OR EXISTS { (:Entity {id: owner})-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(f) }
    RETURN f
  }
  WITH f
  WHERE ($filter.ids IS NULL OR f.id IN $filter.ids)
    AND ($filter.types IS NULL OR f.type IN $filter.types)
    AND ($filter.standing IS NULL OR f.standing IN $filter.standing)
    AND ($filter.status IS NULL OR f.status IN $filter.status)
    AND ($filter.kinds IS NULL OR f.kind IN $filter.kinds)
    AND ($filter.measures IS NULL OR f.measure IN $filter.measures)
    AND ($filter.minConfidence IS NULL OR f.confidence >= $filter.minConfidence)
    AND ($filter.minOrigins IS NULL OR f.origins >= $filter.minOrigins)
    AND ($filter.contested IS NULL OR coalesce(f.contested, false) = $filter.contested)
    AND ($filter.dated IS NULL OR f.from IS NOT NULL)
    AND ($filter.from IS NULL OR f.to >= $filter.from OR (f.to IS NULL AND f.from IS NOT NULL))
    AND ($filter.to IS NULL OR f.from <= $filter.to OR (f.from IS NULL AND f.to IS NOT NULL))
    AND ($filter.reportedFrom IS NULL OR f.lastReported >= $filter.reportedFrom)
    AND ($filter.reportedTo IS NULL OR f.firstReported <= $filter.reportedTo)
    AND all(x IN $filter.entities WHERE EXISTS { (f)<-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]-(:Entity {id: x}) })
    AND ($filter.anyEntity IS NULL OR EXISTS {
      MATCH (f)<-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]-(e:Entity) WHERE e.id IN $filter.anyEntity
    })
    AND all(x IN $filter.roles WHERE EXISTS {
      MATCH (f)<-[r:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]-(e:Entity) WHERE type(r) = x.role AND e.id IN x.entities
    })
    AND ($filter.place IS NULL OR EXISTS {
      MATCH (f)<-[:VENUE_OF]-(v:Entity) WHERE v.id = $filter.place OR EXISTS { (v)-[:LOCATED_IN]->(:Entity {id: $filter.place}) }
    })
  RETURN count(f) AS count
}
RETURN owner, count
