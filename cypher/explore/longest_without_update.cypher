// name: Longest without update
// question: Which units, arenas, goals and plans have the oldest source date, or none?
// columns: source_date, kind, id, name
// parameters: municipality = "0000"
OPTIONAL MATCH (n:Unit {municipality: $municipality})
WITH collect({kind: 'Unit', id: n.id, name: n.name, source_date: n.source_date}) AS found
OPTIONAL MATCH (n:Arena {municipality: $municipality})
WITH found, collect({kind: 'Arena', id: n.id, name: n.name, source_date: n.source_date}) AS arenas
OPTIONAL MATCH (n:Goal {municipality: $municipality})
WITH found, arenas,
     collect({kind: 'Goal', id: n.id, name: n.name, source_date: n.source_date}) AS goals
OPTIONAL MATCH (n:Plan {municipality: $municipality})
WITH found, arenas, goals,
     collect({kind: 'Plan', id: n.id, name: n.name, source_date: n.source_date}) AS plans
UNWIND found + arenas + goals + plans AS one
WITH one
WHERE one.id IS NOT NULL
RETURN coalesce(one.source_date, '') AS source_date, one.kind AS kind, one.id AS id,
       one.name AS name
ORDER BY source_date, kind, id
