// name: Goals and strategies without a measure
// question: Which goals and strategies does no measure realise, and in which plan do they stand?
// columns: aim, name, plans, plan_names
// parameters: municipality = "0000"
OPTIONAL MATCH (g:Goal {municipality: $municipality})
WITH collect(g) AS goals
OPTIONAL MATCH (s:Strategy {municipality: $municipality})
WITH goals, collect(s) AS strategies
UNWIND goals + strategies AS aim
WITH aim
WHERE NOT EXISTS { MATCH (aim)<-[:REALISES]-(:Measure) }
OPTIONAL MATCH (aim)-[:ANCHORED_IN]->(p:Plan)
WITH aim, p
ORDER BY p.id
RETURN aim.id AS aim, aim.name AS name, collect(p.id) AS plans,
       collect(p.name) AS plan_names
ORDER BY aim
