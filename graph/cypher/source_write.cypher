// Stores outlets with the spellings that articles use.
// in: rows list of {id, name, articles, forms, formCounts}
UNWIND $rows AS row
MERGE (s:Source {id: row.id})
SET s:Organization, s.name = row.name, s.articles = row.articles, s.forms = row.forms, s.formCounts = row.formCounts
