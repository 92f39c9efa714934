// ARENA04 overlapping-arenas: Two working arenas with nearly the same leaders and members
// columns: subject, related
// parameters: municipality, as_of, max_arena_size, min_meetings
MATCH (w:Arena {municipality: $municipality})
WHERE coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(seat:Actor)
WHERE p.role IN ['leader', 'member']
WITH w, collect(seat.key) AS seats
WHERE size(seats) <= coalesce($max_arena_size, size(seats))
WITH collect({id: w.id, level: w.level, seats: seats}) AS arenas
UNWIND arenas AS a
UNWIND arenas AS b
// Not known to be of different levels.
WITH a, b, size([key IN a.seats WHERE key IN b.seats]) AS in_common
WHERE a.id < b.id AND coalesce(a.level, b.level, '') = coalesce(b.level, a.level, '')
WITH a.id AS one, b.id AS other, in_common, size(a.seats) + size(b.seats) - in_common AS in_either
// At least three, and two thirds of all in either.
WHERE in_common >= 3 AND 3 * in_common >= 2 * in_either
RETURN one AS subject, [other] AS related
ORDER BY subject, related
