// ARENA03 one-sector-arena: A working arena whose members are all in one sector
// columns: subject, related
// parameters: municipality, as_of, max_arena_size, min_meetings
MATCH (a:Actor {municipality: $municipality})
WITH collect({node: a, key: a.key, id: a.id, unit: a:Unit, sector: a.sector, tasks: a.tasks,
              asked: coalesce(a.surveyed, 'no') <> 'no',
              about: coalesce(a.surveyed_about, ['contact', 'arenas', 'goals'])}) AS own
// National actors are shared: what this municipality says of one stands on its tie to it.
OPTIONAL MATCH (:Municipality {number: $municipality})-[k:KNOWS]->(s:Actor)
WITH own, collect(CASE WHEN s IS NOT NULL THEN
             {node: s, key: s.key, id: k.id, unit: false, sector: k.sector, tasks: k.tasks,
              asked: coalesce(k.surveyed, 'no') <> 'no',
              about: coalesce(k.surveyed_about, ['contact', 'arenas', 'goals'])} END) AS national
WITH own + national AS actors
// The working arenas and their lists. A unit is on the lists that name a unit below it, up to eight
// levels down. An open list may lack anyone; a silent one does not say whether it does.
OPTIONAL MATCH (w:Arena {municipality: $municipality})
WHERE coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(seat:Actor)
WHERE p.role IN ['leader', 'member']
WITH actors, w, collect(seat.key) AS seats
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(:Actor)-[:PART_OF*0..8]->(on_list:Actor)
WITH actors, w, seats, collect(DISTINCT on_list.key) AS listed,
     collect(DISTINCT CASE WHEN p.role IN ['leader', 'member'] THEN on_list.key END) AS members
WITH actors, collect(CASE
       WHEN w IS NOT NULL AND size(seats) <= coalesce($max_arena_size, size(seats)) THEN {
         arena: w.id, seats: seats, members: members, listed: listed,
         open: NOT coalesce(w.participants_complete, size(listed) > 0),
         silent: w.participants_complete IS NULL AND size(listed) > 0} END) AS lists
// Left out, since others may be missing from it: an arena with an open list.
UNWIND lists AS one
// A political body sits as the law says: a load says which arenas that is.
MATCH (w:Arena {municipality: $municipality, id: one.arena})
WHERE NOT coalesce(w.political_body, false)
UNWIND actors AS a
WITH one.arena AS arena, one.open AS open, one.seats AS seats, a, a.node AS n
WHERE NOT open AND a.key IN seats
// Leadership, staff and political bodies are no services: a load says which units that is.
WITH arena, count(a) AS members, collect(DISTINCT a.sector) AS sectors,
     sum(CASE WHEN a.unit AND coalesce(n.is_service, true) THEN 1 ELSE 0 END) AS services
WHERE members > 1 AND services > 0 AND size(sectors) = 1
RETURN arena AS subject, [] AS related
ORDER BY subject, related
