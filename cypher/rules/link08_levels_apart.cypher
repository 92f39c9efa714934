// LINK08 levels-apart: A strategic arena that nothing joins to the operational ones
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
// Where nothing at all was filled in, nobody can be told to be apart.
UNWIND actors AS a
WITH actors, a.node AS n
OPTIONAL MATCH (n)-[t:PARTICIPATES_IN|COLLABORATES_WITH|HAS_AGREEMENT_WITH|REFERS_TO
                    {municipality: $municipality}]-()
WHERE coalesce(t.valid_to, $as_of) >= $as_of AND coalesce(t.strength, 'not given') <> 'none'
WITH actors, count(t) AS ties
WHERE ties > 0
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
// Each strategic arena with each operational one: who is in both, and the lines of anchoring, up to
// eight arenas long. An open list may lack whoever is in both.
UNWIND lists AS mine
MATCH (w:Arena {municipality: $municipality})
WHERE w.id = mine.arena AND w.level = 'strategic'
UNWIND lists AS yours
MATCH (v:Arena {municipality: $municipality})
WHERE v.id = yours.arena AND v.level = 'operational'
WITH w, mine.open OR yours.open
        OR any(key IN mine.members WHERE key IN yours.members)
        OR EXISTS { MATCH (w)-[:ANCHORED_IN*1..8]->(v) }
        OR EXISTS { MATCH (v)-[:ANCHORED_IN*1..8]->(w) } AS joined
WITH w, sum(CASE WHEN joined THEN 1 ELSE 0 END) AS not_apart
WHERE not_apart = 0
RETURN w.id AS subject, [] AS related
ORDER BY subject, related
