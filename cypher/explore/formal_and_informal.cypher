// name: Formal against informal
// question: Between which sectors is collaboration settled in writing, and between which is it not?
// columns: sector, other, formal, informal, not_given
// parameters: municipality = "0000"
MATCH (a:Actor {municipality: $municipality})
WITH collect({node: a, key: a.key, id: a.id, name: a.name, unit: a:Unit, sector: a.sector}) AS own
// National actors are shared: what this municipality says of one stands on its tie to it.
OPTIONAL MATCH (:Municipality {number: $municipality})-[k:KNOWS]->(s:Actor)
WITH own, collect(CASE WHEN s IS NOT NULL THEN
             {node: s, key: s.key, id: k.id, name: k.name, unit: false, sector: k.sector} END)
             AS national
WITH own + national AS actors
MATCH (one:Actor)-[l:COLLABORATES_WITH {municipality: $municipality}]->(two:Actor)
WHERE NOT coalesce(l.strength, 'not given') IN ['none', 'awareness']
WITH actors, l, one.key AS one, two.key AS two
UNWIND actors AS a
UNWIND actors AS b
WITH l, one, two, a, b
WHERE a.key IN [one, two] AND b.key IN [one, two]
  AND (a.sector < b.sector OR a.sector = b.sector AND a.id < b.id)
RETURN a.sector AS sector, b.sector AS other,
       sum(CASE WHEN l.formal = true THEN 1 ELSE 0 END) AS formal,
       sum(CASE WHEN l.formal = false THEN 1 ELSE 0 END) AS informal,
       sum(CASE WHEN l.formal IS NULL THEN 1 ELSE 0 END) AS not_given
ORDER BY sector, other
