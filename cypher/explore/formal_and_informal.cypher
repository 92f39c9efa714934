// name: Formal against informal
// question: Between which sectors is collaboration settled in writing, and between which is it not?
// columns: sector, other, formal, informal, not_given
// parameters: municipality = "0000"
MATCH (a:Actor)-[l:COLLABORATES_WITH {municipality: $municipality}]->(b:Actor)
WITH l, CASE WHEN a.sector < b.sector THEN [a.sector, b.sector]
             ELSE [b.sector, a.sector] END AS pair
RETURN pair[0] AS sector, pair[1] AS other,
       sum(CASE WHEN l.formal = true THEN 1 ELSE 0 END) AS formal,
       sum(CASE WHEN l.formal = false THEN 1 ELSE 0 END) AS informal,
       sum(CASE WHEN l.formal IS NULL THEN 1 ELSE 0 END) AS not_given
ORDER BY sector, other
