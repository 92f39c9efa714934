// LINK07 external-loosely-tied: An external actor with an agreement but no meeting place, or with informal contact only
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
WITH actors, lists, [a IN actors WHERE a.unit | a.key] AS units
// Those outside the municipality who sit with no unit in any of these arenas. Left out, since it
// might: one not asked about contact and arenas, whom an
// open list does not name.
UNWIND actors AS a
WITH lists, units, a, a.node AS n
WHERE NOT a.unit
  AND none(one IN lists WHERE a.key IN one.seats AND any(key IN one.seats WHERE key IN units))
  AND ((a.asked AND 'contact' IN a.about AND 'arenas' IN a.about)
       OR none(one IN lists WHERE one.open AND NOT a.key IN one.listed))
MATCH (n)-[t:COLLABORATES_WITH|HAS_AGREEMENT_WITH|REFERS_TO {municipality: $municipality}]-(:Unit)
WHERE coalesce(t.valid_to, $as_of) >= $as_of AND coalesce(t.strength, 'not given') <> 'none'
WITH a, sum(CASE WHEN type(t) = 'HAS_AGREEMENT_WITH' THEN 1 ELSE 0 END) AS agreements,
     sum(CASE WHEN coalesce(t.strength, 'not given') = 'awareness' OR coalesce(t.formal, true) = false
              THEN 0 ELSE 1 END) AS firm
WHERE agreements > 0 OR firm = 0
RETURN a.id AS subject, [] AS related
ORDER BY subject, related
