// Waits until all indexes answer, ten minutes at most.
CALL db.awaitIndexes(600)
