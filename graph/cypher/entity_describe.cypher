// Stores what follows for entities from what articles say of them.
// in: rows list of {id, label, type, name, aliases, wikidata, code, country, local}
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
REMOVE e:Person:Country:Organization:Place
SET e:$(row.label), e.type = row.type, e.name = row.name, e.aliases = row.aliases,
    e.wikidata = row.wikidata, e.code = row.code, e.country = row.country, e.local = row.local
WITH e
MATCH (e)-[l:LOCATED_IN]-()
DELETE l
