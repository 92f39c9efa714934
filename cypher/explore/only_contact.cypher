// name: Whose only contact it is
// question: For which units is this actor the only one that they are linked to?
// columns: actor, name, number, units, unit_names
// parameters: municipality = "0000", as_of = today
MATCH (a:Actor {municipality: $municipality})
WITH collect({node: a, key: a.key, id: a.id, name: a.name, unit: a:Unit, sector: a.sector}) AS own
// National actors are shared: what this municipality says of one stands on its tie to it.
OPTIONAL MATCH (:Municipality {number: $municipality})-[k:KNOWS]->(s:Actor)
WITH own, collect(CASE WHEN s IS NOT NULL THEN
             {node: s, key: s.key, id: k.id, name: k.name, unit: false, sector: k.sector} END)
             AS national
WITH own + national AS actors
UNWIND actors AS u
WITH actors, u, u.node AS n
WHERE u.unit
MATCH (n)-[l:COLLABORATES_WITH|HAS_AGREEMENT_WITH {municipality: $municipality}]-(partner:Actor)
WHERE NOT coalesce(l.strength, 'not given') IN ['none', 'awareness']
  AND coalesce(l.valid_to, $as_of) >= $as_of
WITH actors, u, collect(DISTINCT partner.key) AS partners
WHERE size(partners) = 1
UNWIND actors AS a
WITH a, u, partners
WHERE a.key IN partners
WITH a, u
ORDER BY u.id
WITH a, collect(u.id) AS units, collect(u.name) AS unit_names
RETURN a.id AS actor, a.name AS name, size(units) AS number, units, unit_names
ORDER BY number DESC, actor
