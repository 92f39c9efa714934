// name: Who sits together most
// question: Which two actors sit most together, when a seat in a small arena counts more than in a large one (Newman 2001: 1 / (members - 1))?
// columns: one, other, arenas, weight
// parameters: municipality = "0000"
MATCH (w:Arena {municipality: $municipality})<-[p:PARTICIPATES_IN]-(a:Actor)
WHERE p.role IN ['leader', 'member'] AND coalesce(w.kind, 'not given') <> 'information'
WITH w, collect(a) AS members
WHERE size(members) > 1
UNWIND members AS one
UNWIND members AS two
WITH w, one, two, 1.0 / (size(members) - 1) AS weight
WHERE one.id < two.id
WITH one, two, count(w) AS arenas, sum(weight) AS weight
RETURN one.id AS one, two.id AS other, arenas, floor(weight * 1000 + 0.5) / 1000 AS weight
ORDER BY weight DESC, arenas DESC, one, other
