// What do articles say of entities, and how many say it?
// in: ids list of strings
// out: id string; articles integer; forms, aliasForms lists of strings; formCounts, aliasCounts lists of integers
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.articles AS articles, e.forms AS forms, e.formCounts AS formCounts,
       e.aliasForms AS aliasForms, e.aliasCounts AS aliasCounts
