// name: Sectors that meet, by level
// question: In how many working arenas do two sectors meet, at each level?
// columns: sector, other, level, arenas
// parameters: municipality = "0000", as_of = today, max_arena_size = none, min_meetings = none
MATCH (a:Actor {municipality: $municipality})
WITH collect({node: a, key: a.key, id: a.id, name: a.name, unit: a:Unit, sector: a.sector}) AS own
// National actors are shared: what this municipality says of one stands on its tie to it.
OPTIONAL MATCH (:Municipality {number: $municipality})-[k:KNOWS]->(s:Actor)
WITH own, collect(CASE WHEN s IS NOT NULL THEN
             {node: s, key: s.key, id: k.id, name: k.name, unit: false, sector: k.sector} END)
             AS national
WITH own + national AS actors
MATCH (w:Arena {municipality: $municipality})
WHERE coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(seat:Actor)
WHERE p.role IN ['leader', 'member']
WITH actors, w, collect(seat.key) AS seats
WHERE size(seats) <= coalesce($max_arena_size, size(seats))
UNWIND actors AS a
UNWIND actors AS b
WITH w, a, b, seats
WHERE a.sector < b.sector AND a.key IN seats AND b.key IN seats
RETURN a.sector AS sector, b.sector AS other, coalesce(w.level, 'not given') AS level,
       count(DISTINCT w) AS arenas
ORDER BY sector, other, level
