// name: What the municipality itself requires
// question: Which links has the municipality decided that it needs, and what is there today?
// columns: one, other, reason, collaboration, agreements
// parameters: municipality = "0000"
MATCH (a:Actor)-[r:REQUIRED_WITH {municipality: $municipality}]->(b:Actor)
OPTIONAL MATCH (a)-[l:COLLABORATES_WITH {municipality: $municipality}]-(b)
OPTIONAL MATCH (a)-[g:HAS_AGREEMENT_WITH {municipality: $municipality}]-(b)
WITH a, b, r, l, count(g) AS agreements
RETURN a.id AS one, b.id AS other, r.reason AS reason,
       coalesce(l.strength, 'none') AS collaboration, agreements
ORDER BY one, other, reason
