// name: Agreements by last day
// question: Which agreements have ended, and which end next?
// columns: last_day, in_force, agreement, parties, names
// parameters: municipality = "0000", as_of = today
MATCH (a:Actor {municipality: $municipality})
WITH collect({node: a, key: a.key, id: a.id, name: a.name, unit: a:Unit, sector: a.sector}) AS own
// National actors are shared: what this municipality says of one stands on its tie to it.
OPTIONAL MATCH (:Municipality {number: $municipality})-[k:KNOWS]->(s:Actor)
WITH own, collect(CASE WHEN s IS NOT NULL THEN
             {node: s, key: s.key, id: k.id, name: k.name, unit: false, sector: k.sector} END)
             AS national
WITH own + national AS actors
MATCH (a:Actor)-[g:HAS_AGREEMENT_WITH {municipality: $municipality}]->(b:Actor)
WITH actors, g, [a.key, b.key] AS keys
UNWIND actors AS one
WITH g, keys, one
WHERE one.key IN keys
WITH g, one
ORDER BY one.id
WITH g, collect(one.id) AS parties, collect(one.name) AS names
RETURN coalesce(g.valid_to, 'no end') AS last_day,
       coalesce(g.valid_to, $as_of) >= $as_of AS in_force,
       g.agreement AS agreement, parties, names
ORDER BY last_day, agreement, parties
