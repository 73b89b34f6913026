// Stores what articles say of entities, and how many say it.
// in: rows list of {id, articles, forms, formCounts, aliasForms, aliasCounts}
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e.articles = row.articles, e.forms = row.forms, e.formCounts = row.formCounts,
    e.aliasForms = row.aliasForms, e.aliasCounts = row.aliasCounts
