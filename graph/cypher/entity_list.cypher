// Which entities are there? A page of them.
// in: filter {types, wikidata, codes [string] or null; text string or null (a Lucene query);
//   article id or null; minFacts integer or null}
//   page {order string (by what), missing (the key of rows that have none), after {key, id} or null,
//   keyUp, idUp boolean (which way keys and, within a key, ids run), limit integer}
// scans: Entity
// out: key, entity {its properties} in order
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
WITH e, coalesce(CASE $page.order WHEN 'name' THEN e.name WHEN 'articles' THEN e.articles WHEN 'facts' THEN COUNT { (e)-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(:Fact) } END, $page.missing) AS key
WHERE $page.after IS NULL
   OR CASE WHEN $page.keyUp THEN key > $page.after.key ELSE key < $page.after.key END
   OR (key = $page.after.key AND CASE WHEN $page.idUp THEN e.id > $page.after.id ELSE e.id < $page.after.id END)
WITH e, key
ORDER BY CASE WHEN $page.keyUp THEN key END, CASE WHEN NOT $page.keyUp THEN key END DESC,
         CASE WHEN $page.idUp THEN e.id END, CASE WHEN NOT $page.idUp THEN e.id END DESC
LIMIT $page.limit
RETURN key, e {.*} AS entity
