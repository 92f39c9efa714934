// name: Arenas with the same people
// question: Which two working arenas have most leaders and members in common?
// columns: arena, name, other, other_name, in_common, seats, other_seats
// parameters: municipality = "0000", at_least = 2, as_of = today, max_arena_size = none, min_meetings = none
MATCH (w:Arena {municipality: $municipality})
WHERE coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(seat:Actor)
WHERE p.role IN ['leader', 'member']
WITH w, collect(seat.key) AS seats
WHERE size(seats) <= coalesce($max_arena_size, size(seats))
WITH collect({id: w.id, name: w.name, seats: seats}) AS arenas
UNWIND arenas AS one
UNWIND arenas AS two
WITH one, two, size([key IN one.seats WHERE key IN two.seats]) AS in_common
WHERE one.id < two.id AND in_common >= $at_least
RETURN one.id AS arena, one.name AS name, two.id AS other, two.name AS other_name, in_common,
       size(one.seats) AS seats, size(two.seats) AS other_seats
ORDER BY in_common DESC, arena, other
