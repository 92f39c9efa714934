// name: From overview to measure
// question: How does each challenge of the overview lead to a goal or strategy and to a measure, and where does the chain end?
// columns: overview, challenge, challenge_name, answer, answer_name, measure, measure_name
// parameters: municipality = "0000"
MATCH (c:Challenge {municipality: $municipality})
OPTIONAL MATCH (c)-[:IDENTIFIED_IN]->(o:Overview)
OPTIONAL MATCH (c)<-[:ANSWERS]-(aim)
OPTIONAL MATCH (aim)<-[:REALISES]-(m:Measure)
RETURN coalesce(o.name, 'none') AS overview, c.id AS challenge, c.name AS challenge_name,
       coalesce(aim.id, 'none') AS answer, coalesce(aim.name, '') AS answer_name,
       coalesce(m.id, 'none') AS measure, coalesce(m.name, '') AS measure_name
ORDER BY overview, challenge, answer, measure
