// PLAN05 kommuneplan-without-goals: Overall goals or strategies in the municipal plan are not documented
// columns: subject, related
// parameters: municipality, as_of
MATCH (town:Municipality {number: $municipality})
OPTIONAL MATCH (plan:Plan {municipality: $municipality})
WHERE plan.kind IN ['samfunnsdel', 'arealdel']
WITH town, collect(plan) AS plans
// A part of the municipal plan counts from its adoption, until one of its kind is adopted later.
WITH town,
     [plan IN plans
      WHERE coalesce(plan.adopted, '') <= $as_of
        AND none(newer IN plans
                 WHERE newer.kind = plan.kind
                   AND coalesce(newer.adopted, '') > coalesce(plan.adopted, '9999')
                   AND coalesce(newer.adopted, '9999') <= $as_of)
      | plan.id] AS current
// That there is nothing must be said, of the plans or of the goals, and an empty cell is no answer.
WITH town, current,
     size(current) = 0 AND coalesce(town.all_plans_listed, false) AS no_plan,
     coalesce(town.all_goals_listed, false) AS all_listed
WHERE (NOT EXISTS {
         MATCH (goal:Goal {municipality: $municipality})-[:ANCHORED_IN]->(plan:Plan)
         WHERE plan.id IN current AND coalesce(goal.overall, true)
       }
       AND (no_plan
            OR (all_listed
                AND NOT EXISTS {
                  MATCH (goal:Goal {municipality: $municipality})
                  WHERE coalesce(goal.overall, true)
                    AND NOT EXISTS { MATCH (goal)-[:ANCHORED_IN]->(:Plan) }
                })))
   OR (NOT EXISTS {
         MATCH (strategy:Strategy {municipality: $municipality})-[:ANCHORED_IN]->(plan:Plan)
         WHERE plan.id IN current AND coalesce(strategy.overall, true)
       }
       AND (no_plan
            OR (all_listed
                AND NOT EXISTS {
                  MATCH (strategy:Strategy {municipality: $municipality})
                  WHERE coalesce(strategy.overall, true)
                    AND NOT EXISTS { MATCH (strategy)-[:ANCHORED_IN]->(:Plan) }
                })))
RETURN town.number AS subject, [] AS related
ORDER BY subject, related
