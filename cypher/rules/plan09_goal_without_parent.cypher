// PLAN09 goal-without-parent: A goal in a theme plan with no goal above it in the municipal plan
// columns: subject, related
// parameters: municipality, as_of
MATCH (town:Municipality {number: $municipality})
OPTIONAL MATCH (plan:Plan {municipality: $municipality})
WITH town, collect(plan) AS plans
// A plan counts from its adoption: a part of the municipal plan until one of its kind is adopted
// later, another until its last day. Without a day it is not known not to.
WITH town, [plan IN plans
     WHERE coalesce(plan.adopted, '') <= $as_of
       AND ((plan.kind IN ['samfunnsdel', 'arealdel']
             AND none(newer IN plans
                      WHERE newer.kind = plan.kind
                        AND coalesce(newer.adopted, '') > coalesce(plan.adopted, '9999')
                        AND coalesce(newer.adopted, '9999') <= $as_of))
            OR (NOT plan.kind IN ['samfunnsdel', 'arealdel']
                AND coalesce(plan.valid_to, $as_of) >= $as_of))
     | plan.id] AS current
MATCH (goal:Goal {municipality: $municipality})
// That no other goal is above it must be said, and an empty cell is no answer.
WHERE coalesce(town.all_goals_listed, false)
  AND NOT EXISTS {
    MATCH (goal)-[:PART_OF*1..8]->(above:Goal)
    WHERE NOT EXISTS { MATCH (above)-[:ANCHORED_IN]->(:Plan) }
  }
  AND EXISTS {
    MATCH (goal)-[:ANCHORED_IN]->(plan:Plan)
    WHERE plan.kind IN ['temaplan', 'handlingsplan']
  }
  // It stands in a plan that counts, or of which nobody has said that it does not.
  AND EXISTS { MATCH (goal)-[:ANCHORED_IN]->(named:Plan) WHERE named.id IN current }
  // Neither it nor a goal above it, up to eight levels up.
  AND NOT EXISTS {
    MATCH (goal)-[:PART_OF*0..8]->(:Goal)-[:ANCHORED_IN]->(plan:Plan)
    WHERE plan.kind IN ['samfunnsdel', 'arealdel']
  }
  // Where no goal has one above it, the column has not been used; where none that counts stands in
  // the municipal plan there is nothing to be part of.
  AND EXISTS { MATCH (:Goal {municipality: $municipality})-[:PART_OF]->(:Goal) }
  AND EXISTS {
    MATCH (top:Goal {municipality: $municipality})-[:ANCHORED_IN]->(plan:Plan)
    WHERE plan.kind IN ['samfunnsdel', 'arealdel']
      AND EXISTS { MATCH (top)-[:ANCHORED_IN]->(named:Plan) WHERE named.id IN current }
  }
RETURN goal.id AS subject, [] AS related
ORDER BY subject, related
