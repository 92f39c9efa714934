// name: Goals by holders
// question: Who owns each goal, how many contribute, and from how many sectors?
// columns: goal, name, owners, owner_names, contributors, sectors
// parameters: municipality = "0000"
MATCH (a:Actor {municipality: $municipality})
WITH collect({node: a, key: a.key, id: a.id, name: a.name, unit: a:Unit, sector: a.sector}) AS own
// National actors are shared: what this municipality says of one stands on its tie to it.
OPTIONAL MATCH (:Municipality {number: $municipality})-[k:KNOWS]->(s:Actor)
WITH own, collect(CASE WHEN s IS NOT NULL THEN
             {node: s, key: s.key, id: k.id, name: k.name, unit: false, sector: k.sector} END)
             AS national
WITH own + national AS actors
MATCH (g:Goal {municipality: $municipality})
OPTIONAL MATCH (g)<-[t:OWNS|CONTRIBUTES_TO]-(holder:Actor)
WITH actors, g, collect(CASE WHEN type(t) = 'OWNS' THEN holder.key END) AS own,
     collect(CASE WHEN type(t) = 'CONTRIBUTES_TO' THEN holder.key END) AS help
UNWIND actors AS a
WITH g, own, help, a
ORDER BY a.id
WITH g, size(help) AS contributors,
     collect(CASE WHEN a.key IN own THEN a.id END) AS owners,
     collect(CASE WHEN a.key IN own THEN a.name END) AS owner_names,
     count(DISTINCT CASE WHEN a.key IN own OR a.key IN help THEN a.sector END) AS sectors
RETURN g.id AS goal, g.name AS name, owners, owner_names, contributors, sectors
ORDER BY sectors, goal
