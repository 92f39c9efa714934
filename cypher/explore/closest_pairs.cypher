// name: Who sits together most
// question: Which two actors sit most together, when a seat in a small arena counts more than in a large one (Newman 2001: 1 / (members - 1))?
// columns: one, name, other, other_name, arenas, weight
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
WITH actors, w, seats
WHERE size(seats) > 1
UNWIND actors AS one
UNWIND actors AS two
WITH w, one, two, seats, 1.0 / (size(seats) - 1) AS weight
WHERE one.id < two.id AND one.key IN seats AND two.key IN seats
WITH one, two, count(w) AS arenas, sum(weight) AS weight
RETURN one.id AS one, one.name AS name, two.id AS other, two.name AS other_name, arenas,
       floor(weight * 1000 + 0.5) / 1000 AS weight
ORDER BY weight DESC, arenas DESC, one, other
