// name: Arenas for the same group, apart
// question: Which two arenas are for the same target group or task without a leader or member in common?
// columns: arena, other, shared
// parameters: municipality = "0000"
MATCH (one:Arena {municipality: $municipality}), (two:Arena {municipality: $municipality})
WHERE one.id < two.id
WITH one, two,
     [x IN coalesce(one.target_groups, []) WHERE x IN coalesce(two.target_groups, [])]
     + [x IN coalesce(one.tasks, []) WHERE x IN coalesce(two.tasks, [])] AS shared
WHERE size(shared) > 0 AND NOT EXISTS {
  MATCH (one)<-[p:PARTICIPATES_IN]-(:Actor)-[m:PARTICIPATES_IN]->(two)
  WHERE p.role IN ['leader', 'member'] AND m.role IN ['leader', 'member']
}
RETURN one.id AS arena, two.id AS other, shared
ORDER BY arena, other
