// Notes that a source declares another time of change for articles whose
// text and reading stay.
// in: rows list of {id, article {publishedAt, modified, sourceId ...}}
UNWIND $rows AS row
MATCH (a:Article {id: row.id})
SET a.publishedAt = row.article.publishedAt, a.modified = row.article.modified, a.sourceId = row.article.sourceId
