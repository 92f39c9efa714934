// name: Who bridges which sectors
// question: Which other sectors does each unit, or a unit below it, meet in working arenas or is it linked to?
// columns: unit, name, sector, number, sectors
// parameters: municipality = "0000", as_of = today, max_arena_size = none, min_meetings = none
MATCH (a:Actor {municipality: $municipality})
WITH collect({node: a, key: a.key, id: a.id, name: a.name, unit: a:Unit, sector: a.sector}) AS own
// National actors are shared: what this municipality says of one stands on its tie to it.
OPTIONAL MATCH (:Municipality {number: $municipality})-[k:KNOWS]->(s:Actor)
WITH own, collect(CASE WHEN s IS NOT NULL THEN
             {node: s, key: s.key, id: k.id, name: k.name, unit: false, sector: k.sector} END)
             AS national
WITH own + national AS actors
// The working arenas with their members. A unit takes part where a unit below it does.
OPTIONAL MATCH (w:Arena {municipality: $municipality})
WHERE coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(seat:Actor)
WHERE p.role IN ['leader', 'member']
WITH actors, w, collect(seat.key) AS seats
WHERE w IS NULL OR size(seats) <= coalesce($max_arena_size, size(seats))
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(:Actor)-[:PART_OF*0..8]->(member:Actor)
WHERE p.role IN ['leader', 'member']
WITH actors, w, collect(DISTINCT member.key) AS members
WITH actors, collect(members) AS lists
UNWIND actors AS a
WITH actors, lists, a, a.node AS n
WHERE a.unit
// Those whom it, or a unit below it, is linked to, and the units above them.
OPTIONAL MATCH (n)<-[:PART_OF*0..8]-(:Actor)
               -[l:COLLABORATES_WITH|HAS_AGREEMENT_WITH {municipality: $municipality}]-
               (:Actor)-[:PART_OF*0..8]->(partner:Actor)
WHERE NOT coalesce(l.strength, 'not given') IN ['none', 'awareness']
  AND coalesce(l.valid_to, $as_of) >= $as_of
WITH actors, lists, a, collect(DISTINCT partner.key) AS linked
UNWIND actors AS b
WITH lists, a, b, linked
WHERE a.sector <> b.sector
  AND (b.key IN linked OR any(keys IN lists WHERE a.key IN keys AND b.key IN keys))
WITH DISTINCT a.id AS unit, a.name AS name, a.sector AS sector, b.sector AS other
ORDER BY other
WITH unit, name, sector, collect(other) AS sectors
RETURN unit, name, sector, size(sectors) AS number, sectors
ORDER BY number DESC, unit
