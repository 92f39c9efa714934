// name: What is known of each arena
// question: Which arenas have a mandate, a basis, a leader and a goal?
// columns: arena, mandate, basis, leaders, goals
// parameters: municipality = "0000"
MATCH (w:Arena {municipality: $municipality})
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(a:Actor)
WHERE p.role = 'leader'
WITH w, count(a) AS leaders
OPTIONAL MATCH (w)-[:FOLLOWS_UP]->(g:Goal)
RETURN w.id AS arena, w.mandate IS NOT NULL AS mandate, w.basis IS NOT NULL AS basis,
       leaders, count(g) AS goals
ORDER BY arena
