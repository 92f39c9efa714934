// name: Links inside and across sectors
// question: How many links does each sector have inside itself and to others, and what is its E-I index (Krackhardt and Stern 1988)?
// columns: sector, external, internal, index
// parameters: municipality = "0000", as_of = today
MATCH (a:Actor {municipality: $municipality})
WITH collect({node: a, key: a.key, id: a.id, name: a.name, unit: a:Unit, sector: a.sector}) AS own
// National actors are shared: what this municipality says of one stands on its tie to it.
OPTIONAL MATCH (:Municipality {number: $municipality})-[k:KNOWS]->(s:Actor)
WITH own, collect(CASE WHEN s IS NOT NULL THEN
             {node: s, key: s.key, id: k.id, name: k.name, unit: false, sector: k.sector} END)
             AS national
WITH own + national AS actors
UNWIND actors AS a
WITH actors, a, a.node AS n
MATCH (n)-[l:COLLABORATES_WITH|HAS_AGREEMENT_WITH {municipality: $municipality}]-(partner:Actor)
WHERE NOT coalesce(l.strength, 'not given') IN ['none', 'awareness']
  AND coalesce(l.valid_to, $as_of) >= $as_of
WITH DISTINCT actors, a, partner.key AS linked
UNWIND actors AS b
WITH a, linked, b
WHERE b.key = linked
WITH a.sector AS sector, sum(CASE WHEN a.sector <> b.sector THEN 1 ELSE 0 END) AS external,
     sum(CASE WHEN a.sector = b.sector AND a.id < b.id THEN 1 ELSE 0 END) AS internal
RETURN sector, external, internal,
       floor(1000.0 * (external - internal) / (external + internal) + 0.5) / 1000 AS index
ORDER BY index DESC, sector
