// Which digests do claims have already, and to which fact do those claims belong?
// in: digests list of strings
// out: digest, id (of one claim), fact strings
UNWIND $digests AS digest
CALL (digest) {
  MATCH (c:Claim {digest: digest})
  RETURN c.id AS id, c.fact AS fact
  LIMIT 1
}
RETURN digest, id, fact
