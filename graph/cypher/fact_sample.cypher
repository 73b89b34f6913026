// Which claims speak for facts that have many: the earliest and the latest of each status?
// in: rows list of {fact (id), statuses list of strings}, limit integer
// out: fact, claim (ids)
UNWIND $rows AS row
UNWIND row.statuses AS status
CALL (row, status) {
  MATCH (c:Claim)
  WHERE c.rank STARTS WITH row.fact + '|' + status + '|'
  RETURN c.id AS claim
  ORDER BY c.rank
  LIMIT $limit
  UNION
  MATCH (c:Claim)
  WHERE c.rank STARTS WITH row.fact + '|' + status + '|'
  RETURN c.id AS claim
  ORDER BY c.rank DESC
  LIMIT $limit
}
RETURN row.fact AS fact, claim
