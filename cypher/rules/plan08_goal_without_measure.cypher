// PLAN08 goal-without-measure: A goal without a measure, or a measure outside the budget
// columns: subject, related
// parameters: municipality, as_of
OPTIONAL MATCH (goal:Goal {municipality: $municipality})
// A measure serves the goals above the one that it realises, up to eight levels up.
WHERE NOT EXISTS { MATCH (goal)<-[:PART_OF*0..8]-(:Goal)<-[:REALISES]-(:Measure) }
  // One that stands only in plans that are not adopted yet does not count.
  AND (
    NOT EXISTS { MATCH (goal)-[:ANCHORED_IN]->(:Plan) }
    OR EXISTS {
      MATCH (goal)-[:ANCHORED_IN]->(named:Plan)
      WHERE coalesce(named.adopted, '') <= $as_of
    }
  )
  // Where no measure realises any goal, the column has not been used; an empty cell is no answer.
  AND NOT EXISTS {
    MATCH (silent:Measure {municipality: $municipality})
    WHERE NOT EXISTS { MATCH (silent)-[:REALISES]->() }
  }
  AND EXISTS { MATCH (:Goal {municipality: $municipality})<-[:REALISES]-(:Measure) }
WITH collect(goal) AS goals
OPTIONAL MATCH (measure:Measure {municipality: $municipality})
WHERE NOT coalesce(measure.budgeted, true)
  AND NOT EXISTS { MATCH (measure)-[:ANCHORED_IN]->(plan:Plan) WHERE plan.kind = 'okonomiplan' }
WITH goals, collect(measure) AS measures
UNWIND goals + measures AS one
RETURN one.id AS subject, [] AS related
ORDER BY subject, related
