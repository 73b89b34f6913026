// Which entities are there? A page of them.
// in: types, wikidata, codes [string] or null; text string or null (a Lucene query);
//   article id or null; minFacts integer or null
//   order string (by what), missing (the key of rows that have none), after {key, id} or null,
//   keyUp, idUp boolean (which way keys and, within a key, ids run), limit integer
// out: key, entity {its properties} in order
CALL () {
  WITH 1 AS one WHERE $text IS NULL AND $article IS NULL
  MATCH (e:Entity)
  RETURN e
UNION
  WITH 1 AS one WHERE $text IS NULL AND $article IS NOT NULL
  MATCH (:Article {id: $article})-[:MENTIONS]->(e:Entity)
  RETURN e
UNION
  WITH 1 AS one WHERE $text IS NOT NULL
  CALL db.index.fulltext.queryNodes('entity_text', $text, {limit: 10000}) YIELD node AS e
  WITH e WHERE $article IS NULL OR EXISTS { (:Article {id: $article})-[:MENTIONS]->(e) }
  RETURN e
}
WITH e
WHERE ($types IS NULL OR e.type IN $types)
  AND ($wikidata IS NULL OR e.wikidata IN $wikidata)
  AND ($codes IS NULL OR e.code IN $codes OR e.country IN $codes)
  AND ($minFacts IS NULL OR COUNT { (e)-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(:Fact) } >= $minFacts)
WITH e, coalesce(CASE $order WHEN 'name' THEN e.name WHEN 'articles' THEN e.articles WHEN 'facts' THEN COUNT { (e)-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(:Fact) } END, $missing) AS key
WHERE $after IS NULL
   OR CASE WHEN $keyUp THEN key > $after.key ELSE key < $after.key END
   OR (key = $after.key AND CASE WHEN $idUp THEN e.id > $after.id ELSE e.id < $after.id END)
WITH e, key
ORDER BY CASE WHEN $keyUp THEN key END, CASE WHEN NOT $keyUp THEN key END DESC,
         CASE WHEN $idUp THEN e.id END, CASE WHEN NOT $idUp THEN e.id END DESC
LIMIT $limit
RETURN key, e {.*} AS entity
