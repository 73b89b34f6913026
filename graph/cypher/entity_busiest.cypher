// Which entities are in most articles? A page of entity_list in its usual order, read along the index.
// in: filter {types, wikidata, codes [string] or null; minFacts integer or null}
//   page {bound integer (the greatest number), after {key, id} or null, limit integer}
// out: key, entity {its properties} in order
MATCH (e:Entity) USING INDEX e:Entity(articles)
WHERE e.articles <= $page.bound
  AND ($page.after IS NULL OR e.articles < $page.after.key OR e.id > $page.after.id)
  AND ($filter.types IS NULL OR e.type IN $filter.types)
  AND ($filter.wikidata IS NULL OR e.wikidata IN $filter.wikidata)
  AND ($filter.codes IS NULL OR e.code IN $filter.codes OR e.country IN $filter.codes)
  AND ($filter.minFacts IS NULL OR COUNT { (e)-[:PARTICIPANT_IN|VENUE_OF|IMPOSER_OF|TARGET_OF|SPEAKER_OF|ADDRESSEE_OF|SUBJECT_OF|PARTY_TO|HOLDER_OF|BODY_OF|ATTACKER_IN]->(:Fact) } >= $filter.minFacts)
WITH e
ORDER BY e.articles DESC, e.id
LIMIT $page.limit
RETURN e.articles AS key, e {.*} AS entity
