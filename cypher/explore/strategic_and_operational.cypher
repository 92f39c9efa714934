// name: Strategic and operational arenas
// question: Which leaders and members do strategic arenas have in common with operational ones?
// columns: strategic, operational, in_common
// parameters: municipality = "0000"
MATCH (s:Arena {municipality: $municipality}), (o:Arena {municipality: $municipality})
WHERE s.level = 'strategic' AND o.level = 'operational'
OPTIONAL MATCH (s)<-[p:PARTICIPATES_IN]-(a:Actor)-[m:PARTICIPATES_IN]->(o)
WHERE p.role IN ['leader', 'member'] AND m.role IN ['leader', 'member']
WITH s, o, a
ORDER BY a.id
RETURN s.id AS strategic, o.id AS operational, collect(a.id) AS in_common
ORDER BY strategic, operational
