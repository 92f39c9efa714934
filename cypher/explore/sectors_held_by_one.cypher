// name: Sectors that hang together by one actor
// question: Which two sectors meet in working arenas through one single actor of the first, though it has more units?
// columns: actor, sector, other, arenas
// parameters: municipality = "0000"
MATCH (a:Actor)-[p:PARTICIPATES_IN]->(w:Arena {municipality: $municipality})
      <-[m:PARTICIPATES_IN]-(b:Actor)
WHERE p.role IN ['leader', 'member'] AND m.role IN ['leader', 'member']
  AND coalesce(w.kind, 'not given') <> 'information' AND a.sector <> b.sector
WITH a.sector AS sector, b.sector AS other, collect(DISTINCT a.id) AS actors,
     count(DISTINCT w) AS arenas
WHERE size(actors) = 1 AND EXISTS {
  MATCH (u:Unit {municipality: $municipality})
  WHERE u.sector = sector AND u.id <> actors[0]
}
RETURN actors[0] AS actor, sector, other, arenas
ORDER BY actor, sector, other
