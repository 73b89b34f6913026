// Takes the lock that one migrating process holds: node number 0, written.
MERGE (m:Migration {number: 0})
SET m.holder = 'migrate'
