// ARENA07 no-user-representation: A working arena where users are not represented
// columns: subject, related
// parameters: municipality, as_of, max_arena_size, min_meetings
MATCH (w:Arena {municipality: $municipality})
WHERE coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(seat:Actor)
WHERE p.role IN ['leader', 'member']
WITH w, count(seat) AS seats
WHERE seats <= coalesce($max_arena_size, seats)
  // An empty cell is unknown, and no finding.
  AND w.user_representation = false
RETURN w.id AS subject, [] AS related
ORDER BY subject, related
