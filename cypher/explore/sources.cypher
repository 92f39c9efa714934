// name: Where the data come from
// question: Which sources do the units and arenas of a municipality rest on, and how old are they?
// columns: source, units, arenas, oldest, newest
// parameters: municipality = "0000"
OPTIONAL MATCH (u:Unit {municipality: $municipality})
WITH collect({source: u.source, date: u.source_date, units: 1, arenas: 0, id: u.id}) AS units
OPTIONAL MATCH (w:Arena {municipality: $municipality})
WITH units,
     collect({source: w.source, date: w.source_date, units: 0, arenas: 1, id: w.id}) AS arenas
UNWIND units + arenas AS one
WITH one
WHERE one.id IS NOT NULL
RETURN coalesce(one.source, 'not given') AS source, sum(one.units) AS units,
       sum(one.arenas) AS arenas, min(one.date) AS oldest, max(one.date) AS newest
ORDER BY units DESC, arenas DESC, source
