// name: Challenges by what answers them
// question: How many goals, strategies and measures follow from each challenge?
// columns: challenge, name, goals, strategies, measures
// parameters: municipality = "0000"
MATCH (c:Challenge {municipality: $municipality})
OPTIONAL MATCH (c)<-[:ANSWERS]-(aim)
OPTIONAL MATCH (aim)<-[:REALISES]-(m:Measure)
RETURN c.id AS challenge, c.name AS name,
       count(DISTINCT CASE WHEN aim:Goal THEN aim END) AS goals,
       count(DISTINCT CASE WHEN aim:Strategy THEN aim END) AS strategies,
       count(DISTINCT m) AS measures
ORDER BY goals, strategies, measures, challenge
