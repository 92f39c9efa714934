// name: Sectors that hang together by one actor
// question: Which two sectors meet in working arenas through one single actor of the first, though it has more units?
// columns: actor, name, sector, other, arenas
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
WITH actors, w, a, b, seats
WHERE a.sector <> b.sector AND a.key IN seats AND b.key IN seats
WITH actors, a.sector AS sector, b.sector AS other, collect(DISTINCT a.id) AS ids,
     collect(DISTINCT a.name) AS names, count(DISTINCT w) AS arenas
WHERE size(ids) = 1 AND any(one IN actors WHERE
  one.unit AND one.sector = sector AND NOT one.id IN ids)
RETURN ids[0] AS actor, names[0] AS name, sector, other, arenas
ORDER BY actor, sector, other
