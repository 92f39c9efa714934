// ISO04 detached-group: A group that is tied together, but not to the rest
// columns: subject, related
// parameters: municipality, as_of, max_arena_size, min_meetings, links
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
// What ties, own ties only: the leaders and members of each working arena, and each link.
UNWIND actors AS a
WITH actors, lists, a, a.node AS n
OPTIONAL MATCH (n)-[l:COLLABORATES_WITH|HAS_AGREEMENT_WITH {municipality: $municipality}]-(b:Actor)
WHERE NOT coalesce(l.strength, 'not given') IN ['none', 'awareness']
  AND ($links = 'any' OR coalesce(l.confirmed, true)) AND coalesce(l.valid_to, $as_of) >= $as_of
WITH actors, lists, a, collect(b.key) AS linked
WITH actors, lists, collect([a.key] + linked) AS links
WITH actors, lists, [one IN lists | one.seats] + links AS ties
// Everyone is a group of one; each tie makes one group of those that it touches.
WITH actors, lists, reduce(groups = [a IN actors | [a.key]], tie IN ties |
       [reduce(joined = [], one IN groups |
               CASE WHEN any(key IN one WHERE key IN tie) THEN joined + one ELSE joined END)]
       + [one IN groups WHERE none(key IN one WHERE key IN tie)]) AS groups
UNWIND groups AS keys
UNWIND actors AS a
WITH lists, keys, a
WHERE a.key IN keys
WITH lists, keys, a, a.node AS n
ORDER BY a.id
// Leadership, staff and political bodies are no services: a load says which units that is.
WITH lists, keys, collect(a) AS members,
     sum(CASE WHEN a.unit AND coalesce(n.is_service, true) THEN 1 ELSE 0 END) AS services
WHERE size(members) > 1 AND services > 0
// The main group has most actors; of equal ones it is the one with the smallest id.
WITH lists, members, [a IN members | a.id] AS ids
ORDER BY size(ids) DESC, ids[0]
WITH lists, collect({members: members, ids: ids}) AS groups
UNWIND tail(groups) AS other
// Left out: a group with one that was not asked about contact and arenas, whom an open list does
// not name.
WITH lists, other.members AS members, other.ids AS ids
WHERE all(a IN members WHERE
        (a.asked AND 'contact' IN a.about AND 'arenas' IN a.about)
        OR none(one IN lists WHERE one.open AND NOT a.key IN one.listed))
RETURN ids[0] AS subject, tail(ids) AS related
ORDER BY subject, related
