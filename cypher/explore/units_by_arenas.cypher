// name: Units by number of arenas
// question: In how many arenas does each unit take part, and in how many of them as leader or member?
// columns: unit, sector, arenas, seats
// parameters: municipality = "0000"
MATCH (u:Unit {municipality: $municipality})
OPTIONAL MATCH (u)-[p:PARTICIPATES_IN]->(w:Arena)
RETURN u.id AS unit, u.sector AS sector, count(w) AS arenas,
       sum(CASE WHEN p.role IN ['leader', 'member'] THEN 1 ELSE 0 END) AS seats
ORDER BY arenas DESC, seats DESC, unit
