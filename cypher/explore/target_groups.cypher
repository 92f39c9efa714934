// name: Target groups
// question: Who serves each target group, from how many sectors, and is there an arena for it?
// columns: target_group, actors, sectors, arenas
// parameters: municipality = "0000"
MATCH (g:TargetGroup {municipality: $municipality})<-[:SERVES]-(a:Actor)
WITH g, count(DISTINCT a) AS actors, count(DISTINCT a.sector) AS sectors
OPTIONAL MATCH (w:Arena {municipality: $municipality})
WHERE g.id IN w.target_groups
WITH g, actors, sectors, w
ORDER BY w.id
RETURN g.id AS target_group, actors, sectors, collect(w.id) AS arenas
ORDER BY actors DESC, target_group
