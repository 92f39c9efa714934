// name: Referrals and contact
// question: Who refers users to whom, and do the two meet or collaborate?
// columns: sender, receiver, target_groups, meet, collaborate
// parameters: municipality = "0000"
MATCH (a:Actor)-[r:REFERS_TO {municipality: $municipality}]->(b:Actor)
WITH a, b, r
ORDER BY r.target_group
WITH a, b, collect(r.target_group) AS target_groups
RETURN a.id AS sender, b.id AS receiver, target_groups,
  EXISTS {
    MATCH (a)-[p:PARTICIPATES_IN {municipality: $municipality}]->(w:Arena)<-[m:PARTICIPATES_IN]-(b)
    WHERE p.role IN ['leader', 'member'] AND m.role IN ['leader', 'member']
      AND coalesce(w.kind, 'not given') <> 'information'
  } AS meet,
  EXISTS {
    MATCH (a)-[l:COLLABORATES_WITH {municipality: $municipality}]-(b)
    WHERE l.strength <> 'awareness'
  } AS collaborate
ORDER BY sender, receiver
