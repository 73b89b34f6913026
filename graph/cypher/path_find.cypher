// A shortest way from one entity to another through facts.
// in: start, finish string (entity ids), max integer (facts on the way); types, standing [string] or null
// out: ids [string]: entity, fact, entity, fact ... entity; no row when there is no way
MATCH (a:Entity {id: $start}), (b:Entity {id: $finish})
MATCH p = shortestPath((a)-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN*..12]-(b))
WHERE all(n IN nodes(p) WHERE n:Entity
  OR (($types IS NULL OR n.type IN $types) AND ($standing IS NULL OR n.standing IN $standing)))
WITH p WHERE length(p) <= 2 * $max
RETURN [n IN nodes(p) | n.id] AS ids
