// ARENA02 no-leader: A working arena that nobody leads
// columns: subject, related
// parameters: municipality, as_of, max_arena_size, min_meetings
MATCH (w:Arena {municipality: $municipality})
// The law says who leads a political body: a load says which arenas that is.
WHERE NOT coalesce(w.political_body, false)
  AND coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(seat:Actor)
WHERE p.role IN ['leader', 'member']
WITH w, count(seat) AS seats
WHERE seats <= coalesce($max_arena_size, seats)
  AND NOT EXISTS { MATCH (w)<-[:PARTICIPATES_IN {role: 'leader'}]-(:Actor) }
  // Left out, since its leader may be the one that is missing: an arena with an open list.
  AND coalesce(w.participants_complete, EXISTS { MATCH (w)<-[:PARTICIPATES_IN]-(:Actor) })
  // Where nobody leads any arena, the role has not been used.
  AND EXISTS {
    MATCH (:Arena {municipality: $municipality})<-[:PARTICIPATES_IN {role: 'leader'}]-(:Actor)
  }
RETURN w.id AS subject, [] AS related
ORDER BY subject, related
