// name: Shortest way between two units
// question: Through which arenas that are not information only, and have not ended, does a shortest way between two units go?
// columns: steps, way, names
// parameters: municipality = "0000", as_of = today, from = "eksempelvik-sykehjem", to = "barneverntjenesten"
MATCH (a:Unit {municipality: $municipality}), (b:Unit {municipality: $municipality})
WHERE a.id = $from AND b.id = $to
MATCH p = allShortestPaths((a)-[:PARTICIPATES_IN*..12]-(b))
WHERE all(n IN nodes(p) WHERE coalesce(n.kind, 'not given') <> 'information'
                              AND coalesce(n.valid_to, $as_of) >= $as_of)
  AND all(t IN relationships(p) WHERE t.role IN ['leader', 'member'])
RETURN length(p) / 2 AS steps, [n IN nodes(p) | n.id] AS way, [n IN nodes(p) | n.name] AS names
ORDER BY steps, way
