// name: Lists that may lack somebody
// question: Which working arenas have a participant list that is not said to be complete?
// columns: arena, name, complete, listed
// parameters: municipality = "0000", as_of = today, max_arena_size = none, min_meetings = none
MATCH (w:Arena {municipality: $municipality})
WHERE coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(seat:Actor)
WHERE p.role IN ['leader', 'member']
WITH w, collect(seat.key) AS seats
WHERE size(seats) <= coalesce($max_arena_size, size(seats))
WITH w
WHERE coalesce(w.participants_complete, false) = false
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(:Actor)
RETURN w.id AS arena, w.name AS name,
       CASE WHEN w.participants_complete = false THEN 'no' ELSE 'not given' END AS complete,
       count(p) AS listed
ORDER BY complete, arena
