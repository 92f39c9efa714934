// name: Arenas for the same group, apart
// question: Which two working arenas are for the same target group or task without a leader or member in common?
// columns: arena, name, other, other_name, shared
// parameters: municipality = "0000", as_of = today, max_arena_size = none, min_meetings = none
MATCH (w:Arena {municipality: $municipality})
WHERE coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(seat:Actor)
WHERE p.role IN ['leader', 'member']
WITH w, collect(seat.key) AS seats
WHERE size(seats) <= coalesce($max_arena_size, size(seats))
// A unit takes part where a unit below it does.
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(:Actor)-[:PART_OF*0..8]->(member:Actor)
WHERE p.role IN ['leader', 'member']
WITH w, collect(DISTINCT member.key) AS members
WITH collect({id: w.id, name: w.name, members: members, tasks: coalesce(w.tasks, []),
              groups: coalesce(w.target_groups, [])}) AS arenas
UNWIND arenas AS one
UNWIND arenas AS two
WITH one, two, [x IN one.groups WHERE x IN two.groups] AS groups,
     [x IN one.tasks WHERE x IN two.tasks] AS tasks
WHERE one.id < two.id AND none(key IN one.members WHERE key IN two.members)
UNWIND coalesce(groups, []) + coalesce(tasks, []) AS word
WITH one, two, collect(word) AS shared
RETURN one.id AS arena, one.name AS name, two.id AS other, two.name AS other_name, shared
ORDER BY arena, other
