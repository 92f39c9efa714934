// ARENA05 disjoint-arenas: Two working arenas with the same task or target group, and nobody in both
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
// A unit takes part where a unit below it does, up to eight levels down.
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(:Actor)-[:PART_OF*0..8]->(on_list:Actor)
WITH w, count(on_list) AS listed,
     collect(DISTINCT CASE WHEN p.role IN ['leader', 'member'] THEN on_list.key END) AS members
WITH collect({id: w.id, tasks: coalesce(w.tasks, []), groups: coalesce(w.target_groups, []),
              members: members, open: NOT coalesce(w.participants_complete, listed > 0)}) AS arenas
UNWIND arenas AS a
UNWIND arenas AS b
WITH a, b
WHERE a.id < b.id
  AND (any(word IN a.tasks WHERE word IN b.tasks) OR any(word IN a.groups WHERE word IN b.groups))
  AND none(key IN a.members WHERE key IN b.members)
  // Left out, since somebody in both may be missing from it: a pair with an open list.
  AND NOT (a.open OR b.open)
RETURN a.id AS subject, [b.id] AS related
ORDER BY subject, related
