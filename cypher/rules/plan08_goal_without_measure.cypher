// PLAN08 goal-without-measure: A goal without a measure, or a measure outside the budget
// columns: subject, related
// parameters: municipality, as_of
OPTIONAL MATCH (plan:Plan {municipality: $municipality})
WITH collect(plan) AS plans
// A plan counts from its adoption: a part of the municipal plan until one of its kind is adopted
// later, another until its last day. Without a day it is not known not to.
WITH [plan IN plans
     WHERE coalesce(plan.adopted, '') <= $as_of
       AND ((plan.kind IN ['samfunnsdel', 'arealdel']
             AND none(newer IN plans
                      WHERE newer.kind = plan.kind
                        AND coalesce(newer.adopted, '') > coalesce(plan.adopted, '9999')
                        AND coalesce(newer.adopted, '9999') <= $as_of))
            OR (NOT plan.kind IN ['samfunnsdel', 'arealdel']
                AND coalesce(plan.valid_to, $as_of) >= $as_of))
     | plan.id] AS current
OPTIONAL MATCH (goal:Goal {municipality: $municipality})
// A measure serves the goals above the one that it realises, up to eight levels up.
WHERE NOT EXISTS { MATCH (goal)<-[:PART_OF*0..8]-(:Goal)<-[:REALISES]-(:Measure) }
  // One that stands only in plans that do not count does not, either.
  AND (
    NOT EXISTS { MATCH (goal)-[:ANCHORED_IN]->(:Plan) }
    OR EXISTS { MATCH (goal)-[:ANCHORED_IN]->(named:Plan) WHERE named.id IN current }
  )
  // Where no measure realises any goal, the column has not been used; an empty cell is no answer.
  AND NOT EXISTS {
    MATCH (silent:Measure {municipality: $municipality})
    WHERE NOT EXISTS { MATCH (silent)-[:REALISES]->() }
  }
  AND EXISTS { MATCH (:Goal {municipality: $municipality})<-[:REALISES]-(:Measure) }
WITH current, collect(goal) AS goals
OPTIONAL MATCH (measure:Measure {municipality: $municipality})
WHERE NOT coalesce(measure.budgeted, true)
  AND NOT EXISTS { MATCH (measure)-[:ANCHORED_IN]->(plan:Plan) WHERE plan.kind = 'okonomiplan' }
  AND (
    NOT EXISTS { MATCH (measure)-[:ANCHORED_IN]->(:Plan) }
    OR EXISTS { MATCH (measure)-[:ANCHORED_IN]->(named:Plan) WHERE named.id IN current }
  )
WITH goals, collect(measure) AS measures
UNWIND goals + measures AS one
RETURN one.id AS subject, [] AS related
ORDER BY subject, related
