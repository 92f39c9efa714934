// name: Shortest way between two units
// question: Through which working arenas and actors does a shortest way between two units go?
// columns: steps, way
// parameters: municipality = "0000", from = "eksempelvik-sykehjem", to = "barneverntjenesten"
MATCH (a:Unit {municipality: $municipality}), (b:Unit {municipality: $municipality})
WHERE a.id = $from AND b.id = $to
MATCH p = shortestPath((a)-[:PARTICIPATES_IN*..12]-(b))
WHERE all(n IN nodes(p) WHERE coalesce(n.kind, 'not given') <> 'information')
RETURN length(p) / 2 AS steps, [n IN nodes(p) | n.name] AS way
ORDER BY steps, way
