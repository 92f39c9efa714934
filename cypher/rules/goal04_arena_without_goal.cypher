// GOAL04 arena-without-goal: A working arena that follows up no goal
// columns: subject, related
// parameters: municipality, as_of, max_arena_size, min_meetings
MATCH (m:Municipality {number: $municipality})
// Where nobody has said that all goals are listed, an arena without one is not assessed.
WHERE coalesce(m.all_goals_listed, false)
MATCH (w:Arena {municipality: $municipality})
WHERE coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(seat:Actor)
WHERE p.role IN ['leader', 'member']
WITH w, count(seat) AS seats
WHERE seats <= coalesce($max_arena_size, seats)
  AND NOT EXISTS { MATCH (w)-[:FOLLOWS_UP]->(:Goal) }
  // Where no arena follows up any goal, the column has not been used.
  AND EXISTS { MATCH (:Arena {municipality: $municipality})-[:FOLLOWS_UP]->(:Goal) }
RETURN w.id AS subject, [] AS related
ORDER BY subject, related
