// LINK09 ends-differ: Two actors answer differently about their contact
// columns: subject, related
// parameters: municipality
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
// Those of whom both ends have answered.
UNWIND actors AS a
WITH actors, a, a.node AS n
MATCH (n)-[l:COLLABORATES_WITH {municipality: $municipality}]-(other:Actor)
WHERE l.strength_from IS NOT NULL AND l.strength_to IS NOT NULL
WITH actors, a, other.key AS other, [l.strength_from, l.strength_to] AS answers
UNWIND actors AS b
WITH a, b, other, answers
WHERE b.key = other AND a.id < b.id AND (a.unit OR b.unit)
// How many of the steps above no contact each of the two answers is.
WITH a, b,
     [answer IN answers | CASE answer WHEN 'none' THEN 0 WHEN 'awareness' THEN 1
                                      WHEN 'cooperation' THEN 2 WHEN 'coordination' THEN 3
                                      ELSE 4 END] AS steps
WHERE abs(steps[0] - steps[1]) > 1 OR (steps[0] <> steps[1] AND 0 IN steps)
RETURN a.id AS subject, [b.id] AS related
ORDER BY subject, related
