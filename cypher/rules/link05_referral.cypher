// LINK05 referral: One actor refers users to another without meeting or working together
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
UNWIND actors AS a
WITH actors, lists, a, a.node AS n
// Its own line of units, up to eight levels above and below it.
OPTIONAL MATCH (n)-[:PART_OF*1..8]->(above:Unit)
WITH actors, lists, a, n, collect(above.key) AS line
OPTIONAL MATCH (n)<-[:PART_OF*1..8]-(below:Unit)
WITH actors, lists, a, n, line, collect(below.key) AS rest
WITH actors, lists, a, n, line + [a.key] + rest AS line
// Those whom it, or a unit below it, is linked to, and the units above them.
OPTIONAL MATCH (n)<-[:PART_OF*0..8]-(:Actor)
               -[l:COLLABORATES_WITH|HAS_AGREEMENT_WITH {municipality: $municipality}]-
               (:Actor)-[:PART_OF*0..8]->(partner:Actor)
WHERE NOT coalesce(l.strength, 'not given') IN ['none', 'awareness']
  AND ($links = 'any' OR coalesce(l.confirmed, true)) AND coalesce(l.valid_to, $as_of) >= $as_of
WITH actors, lists, a, n, line, collect(DISTINCT partner.key) AS linked
// Those to or from whom it has a referral.
OPTIONAL MATCH (n)-[:REFERS_TO {municipality: $municipality}]-(other:Actor)
WITH actors, lists, a, line, linked, collect(DISTINCT other.key) AS others
// The pairs across sectors: at least one a unit, neither part of the other.
UNWIND actors AS b
WITH lists, a, line, linked, others, b, a.node AS x, b.node AS y
WHERE a.id < b.id AND b.key IN others AND a.sector <> b.sector
  AND (a.unit OR b.unit) AND NOT b.key IN line
  // A political body decides, and takes no users.
  AND NOT coalesce(x.political_body, y.political_body, false)
// Covered if linked or in one working arena; in doubt if a list could have shown the pair, and
// neither of the two answers that they have no contact.
WITH a, b,
     b.key IN linked
       OR any(one IN lists WHERE a.key IN one.members AND b.key IN one.members) AS covered,
     NOT (a.asked AND 'arenas' IN a.about AND b.asked AND 'arenas' IN b.about)
       AND NOT EXISTS {
         MATCH (x)-[no:COLLABORATES_WITH {municipality: $municipality}]-(y)
         WHERE no.strength = 'none' AND 'none' IN [no.strength_from, no.strength_to]
       }
       AND any(one IN lists WHERE
       one.open AND (a.key IN one.members OR NOT a.key IN one.listed)
                AND (b.key IN one.members OR NOT b.key IN one.listed)
       OR one.silent AND (a.key IN one.members AND NOT b.key IN one.listed
                          OR b.key IN one.members AND NOT a.key IN one.listed)) AS in_doubt
WITH a, b, covered, in_doubt
WHERE NOT covered AND NOT in_doubt
RETURN a.id AS subject, [b.id] AS related
ORDER BY subject, related
