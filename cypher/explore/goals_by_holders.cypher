// name: Goals by holders
// question: Who owns each goal, how many contribute, and from how many sectors?
// columns: goal, owners, contributors, sectors
// parameters: municipality = "0000"
MATCH (g:Goal {municipality: $municipality})
OPTIONAL MATCH (g)<-[t:OWNS|CONTRIBUTES_TO]-(a:Actor)
WITH g, a, t
ORDER BY a.id
RETURN g.id AS goal, collect(CASE WHEN type(t) = 'OWNS' THEN a.id END) AS owners,
       sum(CASE WHEN type(t) = 'CONTRIBUTES_TO' THEN 1 ELSE 0 END) AS contributors,
       count(DISTINCT a.sector) AS sectors
ORDER BY sectors, goal
