// name: Sectors that meet, by level
// question: In how many working arenas do two sectors meet, at each level?
// columns: sector, other, level, arenas
// parameters: municipality = "0000"
MATCH (a:Actor)-[p:PARTICIPATES_IN]->(w:Arena {municipality: $municipality})
      <-[m:PARTICIPATES_IN]-(b:Actor)
WHERE p.role IN ['leader', 'member'] AND m.role IN ['leader', 'member']
  AND coalesce(w.kind, 'not given') <> 'information' AND a.sector < b.sector
RETURN a.sector AS sector, b.sector AS other, coalesce(w.level, 'not given') AS level,
       count(DISTINCT w) AS arenas
ORDER BY sector, other, level
