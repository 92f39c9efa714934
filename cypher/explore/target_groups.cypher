// name: Target groups
// question: Who serves each target group, from how many sectors, and is there a working arena for it?
// columns: target_group, name, actors, sectors, arenas, arena_names
// parameters: municipality = "0000", as_of = today, max_arena_size = none, min_meetings = none
MATCH (a:Actor {municipality: $municipality})
WITH collect({node: a, key: a.key, id: a.id, name: a.name, unit: a:Unit, sector: a.sector}) AS own
// National actors are shared: what this municipality says of one stands on its tie to it.
OPTIONAL MATCH (:Municipality {number: $municipality})-[k:KNOWS]->(s:Actor)
WITH own, collect(CASE WHEN s IS NOT NULL THEN
             {node: s, key: s.key, id: k.id, name: k.name, unit: false, sector: k.sector} END)
             AS national
WITH own + national AS actors
UNWIND actors AS a
WITH a, a.node AS n
MATCH (n)-[:SERVES]->(g:TargetGroup {municipality: $municipality})
WITH g, count(DISTINCT a.key) AS actors, count(DISTINCT a.sector) AS sectors
OPTIONAL MATCH (w:Arena {municipality: $municipality})
WHERE g.id IN w.target_groups AND coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(seat:Actor)
WHERE p.role IN ['leader', 'member']
WITH g, actors, sectors, w, collect(seat.key) AS seats
WITH g, actors, sectors, w, size(seats) <= coalesce($max_arena_size, size(seats)) AS counts
ORDER BY w.id
RETURN g.id AS target_group, g.name AS name, actors, sectors,
       collect(CASE WHEN counts THEN w.id END) AS arenas,
       collect(CASE WHEN counts THEN w.name END) AS arena_names
ORDER BY actors DESC, target_group
