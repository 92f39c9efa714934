// GOAL06 actor-without-goal: An actor with tasks that holds no goal
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
UNWIND actors AS a
WITH actors, a, a.node AS n
OPTIONAL MATCH (n)-[:OWNS|CONTRIBUTES_TO {municipality: $municipality}]->(aim)
WHERE aim:Goal OR aim:Strategy OR aim:Measure
WITH actors, a, count(aim) AS aims
WITH actors, collect(CASE WHEN aims > 0 THEN a.key END) AS holders
// Where nobody holds anything, the table has not been used.
WHERE size(holders) > 0
MATCH (m:Municipality {number: $municipality})
UNWIND actors AS a
WITH holders, a, a.node AS n, coalesce(m.all_goals_listed, false) AS all_listed
// Left out, since a goal of it may not be listed: one not asked, unless all goals are said to be.
WHERE size(a.tasks) > 0 AND (all_listed OR (a.asked AND 'goals' IN a.about))
// Its own line of units, up to eight levels above and below it.
OPTIONAL MATCH (n)-[:PART_OF*1..8]->(above:Unit)
WITH holders, a, n, collect(above.key) AS line
OPTIONAL MATCH (n)<-[:PART_OF*1..8]-(below:Unit)
WITH holders, a, n, line, collect(below.key) AS rest
WITH holders, a, n, line + [a.key] + rest AS line
WITH a, holders, line
WHERE none(one IN line WHERE one IN holders)
RETURN a.id AS subject, [] AS related
ORDER BY subject, related
