// name: Units by number of arenas
// question: On the lists of how many working arenas does each unit stand, and of how many as leader or member?
// columns: unit, name, sector, arenas, seats
// parameters: municipality = "0000", as_of = today, max_arena_size = none, min_meetings = none
MATCH (u:Unit {municipality: $municipality})
WITH collect(u) AS units
OPTIONAL MATCH (w:Arena {municipality: $municipality})
WHERE coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(seat:Actor)
WHERE p.role IN ['leader', 'member']
WITH units, w, collect(seat.key) AS seats
OPTIONAL MATCH (w)<-[:PARTICIPATES_IN]-(listed:Actor)
WITH units, w, seats, collect(listed.key) AS listed
WITH units, collect(CASE
       WHEN w IS NOT NULL AND size(seats) <= coalesce($max_arena_size, size(seats))
       THEN {seats: seats, listed: listed} END) AS lists
UNWIND units AS u
RETURN u.id AS unit, u.name AS name, u.sector AS sector,
       size([one IN lists WHERE u.key IN one.listed]) AS arenas,
       size([one IN lists WHERE u.key IN one.seats]) AS seats
ORDER BY arenas DESC, seats DESC, unit
