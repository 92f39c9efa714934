// name: Contact with external actors
// question: Which external actors have an agreement, a working arena or a contact with the municipality's units, and which only one of them?
// columns: actor, name, agreements, in_force, arenas, contacts
// parameters: municipality = "0000", as_of = today, max_arena_size = none, min_meetings = none
MATCH (a:Actor {municipality: $municipality})
WITH collect({node: a, key: a.key, id: a.id, name: a.name, unit: a:Unit, sector: a.sector}) AS own
// National actors are shared: what this municipality says of one stands on its tie to it.
OPTIONAL MATCH (:Municipality {number: $municipality})-[k:KNOWS]->(s:Actor)
WITH own, collect(CASE WHEN s IS NOT NULL THEN
             {node: s, key: s.key, id: k.id, name: k.name, unit: false, sector: k.sector} END)
             AS national
WITH own + national AS actors
OPTIONAL MATCH (w:Arena {municipality: $municipality})
WHERE coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(seat:Actor)
WHERE p.role IN ['leader', 'member']
WITH actors, w, collect(seat.key) AS seats
WITH actors, collect(CASE
       WHEN w IS NOT NULL AND size(seats) <= coalesce($max_arena_size, size(seats))
       THEN seats END) AS lists
WITH actors, lists, [one IN actors WHERE one.unit | one.key] AS units
UNWIND actors AS e
WITH lists, units, e, e.node AS n
WHERE NOT e.unit
OPTIONAL MATCH (n)-[g:HAS_AGREEMENT_WITH {municipality: $municipality}]-(:Unit)
WITH lists, units, e, n, count(g) AS agreements,
     sum(CASE WHEN g IS NOT NULL AND coalesce(g.valid_to, $as_of) >= $as_of THEN 1 ELSE 0 END)
       AS in_force
OPTIONAL MATCH (n)-[c:COLLABORATES_WITH {municipality: $municipality}]-(:Unit)
WHERE NOT coalesce(c.strength, 'not given') IN ['none', 'awareness']
WITH lists, units, e, agreements, in_force, count(c) AS contacts
RETURN e.id AS actor, e.name AS name, agreements, in_force,
       size([seats IN lists WHERE e.key IN seats AND any(key IN units WHERE key IN seats)])
         AS arenas, contacts
ORDER BY actor
