// Waits until no other transaction writes articles, and keeps others from it
// until this one ends.
MERGE (l:Lock {name: 'write'})
SET l.held = true
