// How many entities are there?
// in: filter {types, wikidata, codes [string] or null; text string or null (a Lucene query);
//   article id or null; minFacts integer or null}
// scans: Entity
// out: count integer
CALL () {
  WITH 1 AS one WHERE $filter.text IS NULL AND $filter.article IS NULL
  MATCH (e:Entity)
  RETURN e
UNION
  WITH 1 AS one WHERE $filter.text IS NULL AND $filter.article IS NOT NULL
  MATCH (:Article {id: $filter.article})-[:MENTIONS]->(e:Entity)
  RETURN e
UNION
  WITH 1 AS one WHERE $filter.text IS NOT NULL
  CALL db.index.fulltext.queryNodes('entity_text', $filter.text, {limit: 10000}) YIELD node AS e
  WITH e WHERE $filter.article IS NULL OR EXISTS { (:Article {id: $filter.article})-[:MENTIONS]->(e) }
  RETURN e
}
WITH e
WHERE ($filter.types IS NULL OR e.type IN $filter.types)
  AND ($filter.wikidata IS NULL OR e.wikidata IN $filter.wikidata)
  AND ($filter.codes IS NULL OR e.code IN $filter.codes OR e.country IN $filter.codes)
  AND ($filter.minFacts IS NULL OR COUNT { (e)-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(:Fact) } >= $filter.minFacts)
RETURN count(e) AS count
