// name: From overview to measure
// question: How does each challenge of the overview lead to a goal or strategy and to a measure, and where does the chain end?
// columns: overview, challenge, answer, measure
// parameters: municipality = "0000"
MATCH (c:Challenge {municipality: $municipality})
OPTIONAL MATCH (c)-[:IDENTIFIED_IN]->(o:Overview)
OPTIONAL MATCH (c)<-[:ANSWERS]-(aim)
OPTIONAL MATCH (aim)<-[:REALISES]-(m:Measure)
RETURN coalesce(o.id, 'none') AS overview, c.id AS challenge, coalesce(aim.id, 'none') AS answer,
       coalesce(m.id, 'none') AS measure
ORDER BY overview, challenge, answer, measure
