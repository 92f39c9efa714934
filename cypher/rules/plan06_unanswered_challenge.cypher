// PLAN06 unanswered-challenge: A challenge that no goal or strategy answers
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
MATCH (challenge:Challenge {municipality: $municipality})
// That no other goal answers it must be said, and an empty cell is no answer.
WHERE coalesce(town.all_goals_listed, false)
  AND NOT EXISTS {
    MATCH (challenge)<-[:ANSWERS]-(aim)
    // What stands only in plans that do not count does not, either.
    WHERE NOT EXISTS { MATCH (aim)-[:ANCHORED_IN]->(:Plan) }
       OR EXISTS { MATCH (aim)-[:ANCHORED_IN]->(plan:Plan) WHERE plan.id IN current }
  }
  AND NOT EXISTS {
    MATCH (goal:Goal {municipality: $municipality})
    WHERE NOT EXISTS { MATCH (goal)-[:ANSWERS]->(:Challenge) }
      AND (NOT EXISTS { MATCH (goal)-[:ANCHORED_IN]->(:Plan) }
           OR EXISTS { MATCH (goal)-[:ANCHORED_IN]->(plan:Plan) WHERE plan.id IN current })
  }
  AND NOT EXISTS {
    MATCH (strategy:Strategy {municipality: $municipality})
    WHERE NOT EXISTS { MATCH (strategy)-[:ANSWERS]->(:Challenge) }
      AND (NOT EXISTS { MATCH (strategy)-[:ANCHORED_IN]->(:Plan) }
           OR EXISTS { MATCH (strategy)-[:ANCHORED_IN]->(plan:Plan) WHERE plan.id IN current })
  }
RETURN challenge.id AS subject, [] AS related
ORDER BY subject, related
