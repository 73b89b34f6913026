// Which migrations has the database had?
// out: number integer, checksum string (SHA-256 of the file, hex)
MATCH (m:Migration)
WHERE m.number > 0
RETURN m.number AS number, m.checksum AS checksum
ORDER BY number
