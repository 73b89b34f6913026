// Takes from articles all that their text says.
// in: ids list of strings
UNWIND $ids AS id
MATCH (a:Article {id: id})
CALL (a) {
  MATCH (a)-[m:MENTIONS]->()
  DELETE m
}
CALL (a) {
  MATCH ()-[p:PUBLISHED]->(a)
  DELETE p
}
CALL (a) {
  MATCH (c:Claim)-[:STATED_IN]->(a)
  DETACH DELETE c
}
