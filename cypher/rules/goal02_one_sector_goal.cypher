// GOAL02 one-sector-goal: A goal whose owners and contributors are all in one sector
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
WITH a, a.node AS n
MATCH (n)-[:OWNS|CONTRIBUTES_TO {municipality: $municipality}]->(goal:Goal)
// What a political body holds a goal for is to decide: its sector does not count.
WHERE NOT coalesce(n.political_body, false)
// Leadership, staff and political bodies are no services: a load says which units that is.
WITH goal, collect(DISTINCT a.sector) AS sectors,
     sum(CASE WHEN a.unit AND coalesce(n.is_service, true) THEN 1 ELSE 0 END) AS services
WHERE services > 0 AND size(sectors) = 1
RETURN goal.id AS subject, [] AS related
ORDER BY subject, related
