// PLAN07 goal-without-challenge: A goal or strategy that answers no challenge
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
     | plan] AS current
// Of several of a kind that may count, one without a day may be the older or the newer one.
WITH [plan IN current | plan.id] AS current,
     [plan IN current
      WHERE none(other IN current
                 WHERE plan.kind IN ['samfunnsdel', 'arealdel']
                   AND other.kind = plan.kind AND other.id <> plan.id
                   AND (other.adopted IS NULL OR plan.adopted IS NULL))
      | plan.id] AS settled
OPTIONAL MATCH (goal:Goal {municipality: $municipality})
WITH current, settled, collect(goal) AS goals
OPTIONAL MATCH (strategy:Strategy {municipality: $municipality})
WITH current, settled, goals, collect(strategy) AS strategies
UNWIND goals + strategies AS aim
// What stands only in plans that do not count does not, either.
OPTIONAL MATCH (aim)-[:ANCHORED_IN]->(plan:Plan)
WITH aim, count(plan) AS plans,
     count(CASE WHEN plan.id IN current THEN 1 END) AS counting,
     count(CASE WHEN plan.id IN settled THEN 1 END) AS surely
WHERE plans = 0 OR counting > 0
WITH collect({node: aim, id: aim.id, sure: plans = 0 OR surely > 0,
              answers: EXISTS { MATCH (aim)-[:ANSWERS]->(:Challenge) }}) AS aims
WITH aims, [one IN aims WHERE one.answers | one.id] AS answering,
     [one IN aims WHERE one.answers AND one.sure | one.id] AS known
UNWIND aims AS one
WITH one.node AS aim, one.sure AS sure, answering, known
WHERE sure AND size(known) > 0
WITH aim, answering
// Only an overall one needs a challenge, and only where somebody has said that it is one.
WHERE coalesce(aim.overall, false)
  // A goal answers what one above or below it answers, up to eight levels away.
  AND NOT EXISTS { MATCH (aim)-[:PART_OF*0..8]->(above) WHERE above.id IN answering }
  AND NOT EXISTS { MATCH (aim)<-[:PART_OF*0..8]-(below) WHERE below.id IN answering }
  // An empty cell is a hint only where somebody has said that all goals are there.
  AND EXISTS {
    MATCH (town:Municipality {number: $municipality})
    WHERE coalesce(town.all_goals_listed, false)
  }
RETURN aim.id AS subject, [] AS related
ORDER BY subject, related
