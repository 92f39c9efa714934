// name: Links inside and across sectors
// question: How many links does each sector have inside itself and to others, and what is its E-I index (Krackhardt and Stern 1988)?
// columns: sector, external, internal, index
// parameters: municipality = "0000", as_of = today
MATCH (a:Actor)-[l:COLLABORATES_WITH|HAS_AGREEMENT_WITH {municipality: $municipality}]-(b:Actor)
WHERE coalesce(l.strength, 'not given') <> 'awareness' AND coalesce(l.valid_to, $as_of) >= $as_of
WITH DISTINCT a, b
WITH a.sector AS sector, sum(CASE WHEN a.sector <> b.sector THEN 1 ELSE 0 END) AS external,
     sum(CASE WHEN a.sector = b.sector AND a.id < b.id THEN 1 ELSE 0 END) AS internal
RETURN sector, external, internal,
       floor(1000.0 * (external - internal) / (external + internal) + 0.5) / 1000 AS index
ORDER BY index DESC, sector
