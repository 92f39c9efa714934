// name: The overview and the plans
// question: What does the overview of housing needs cover, how old is it, and which plans is it a basis for?
// columns: overview, name, date, ordinary, adapted, plans, plan_names
// parameters: municipality = "0000"
MATCH (o:Overview {municipality: $municipality})
OPTIONAL MATCH (o)-[:INFORMS]->(p:Plan)
WITH o, p
ORDER BY p.id
RETURN o.id AS overview, o.name AS name, o.date AS date, o.ordinary_housing AS ordinary,
       o.adapted_housing AS adapted, collect(p.kind) AS plans, collect(p.name) AS plan_names
ORDER BY overview
