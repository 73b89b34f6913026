// Which revision of each article does the graph hold?
// in: ids list of strings
// out: id, textHash, extractor, sourceId strings; published date; publishedAt, modified datetimes
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.textHash AS textHash, a.extractor AS extractor, a.sourceId AS sourceId,
       a.published AS published, a.publishedAt AS publishedAt, a.modified AS modified
