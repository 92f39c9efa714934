// name: Whose only contact it is
// question: For which units is this actor the only one that they are linked to?
// columns: actor, number, units
// parameters: municipality = "0000", as_of = today
MATCH (u:Unit {municipality: $municipality})
      -[l:COLLABORATES_WITH|HAS_AGREEMENT_WITH {municipality: $municipality}]-(a:Actor)
WHERE coalesce(l.strength, 'not given') <> 'awareness' AND coalesce(l.valid_to, $as_of) >= $as_of
WITH u, collect(DISTINCT a.id) AS partners
WHERE size(partners) = 1
WITH partners[0] AS actor, u.id AS unit
ORDER BY unit
WITH actor, collect(unit) AS units
RETURN actor, size(units) AS number, units
ORDER BY number DESC, actor
