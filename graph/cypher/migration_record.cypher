// Records that a migration is done.
// in: number integer, name string, checksum string
MERGE (m:Migration {number: $number})
SET m.name = $name, m.checksum = $checksum
