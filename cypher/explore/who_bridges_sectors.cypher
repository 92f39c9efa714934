// name: Who bridges which sectors
// question: Which other sectors does each unit meet in working arenas or collaborate with?
// columns: unit, sector, number, sectors
// parameters: municipality = "0000"
MATCH (u:Unit {municipality: $municipality})
OPTIONAL MATCH (u)-[p:PARTICIPATES_IN]->(w:Arena)<-[m:PARTICIPATES_IN]-(met:Actor)
WHERE p.role IN ['leader', 'member'] AND m.role IN ['leader', 'member']
  AND coalesce(w.kind, 'not given') <> 'information' AND met.sector <> u.sector
WITH u, collect(DISTINCT met.sector) AS by_arena
OPTIONAL MATCH (u)-[l:COLLABORATES_WITH {municipality: $municipality}]-(partner:Actor)
WHERE l.strength <> 'awareness' AND partner.sector <> u.sector AND NOT partner.sector IN by_arena
WITH u, by_arena, collect(DISTINCT partner.sector) AS by_link
WITH u, by_arena + by_link AS reached
WHERE size(reached) > 0
UNWIND reached AS sector
WITH u, sector
ORDER BY sector
WITH u, collect(sector) AS sectors
RETURN u.id AS unit, u.sector AS sector, size(sectors) AS number, sectors
ORDER BY number DESC, unit
