// name: Strategic and operational arenas
// question: Which leaders and members do strategic working arenas have in common with operational ones?
// columns: strategic, name, operational, operational_name, in_common, names
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
WITH actors, collect({id: w.id, name: w.name, level: w.level, seats: seats}) AS arenas
UNWIND [one IN arenas WHERE one.level = 'strategic'] AS s
UNWIND [one IN arenas WHERE one.level = 'operational'] AS o
UNWIND actors AS a
WITH s, o, a
ORDER BY a.id
WITH s, o, collect(CASE WHEN a.key IN s.seats AND a.key IN o.seats THEN a.id END) AS in_common,
     collect(CASE WHEN a.key IN s.seats AND a.key IN o.seats THEN a.name END) AS names
RETURN s.id AS strategic, s.name AS name, o.id AS operational, o.name AS operational_name,
       in_common, names
ORDER BY strategic, operational
