// PLAN07 goal-without-challenge: A goal or strategy that answers no challenge
// columns: subject, related
// parameters: municipality, as_of
OPTIONAL MATCH (goal:Goal {municipality: $municipality})
WITH collect(goal) AS goals
OPTIONAL MATCH (strategy:Strategy {municipality: $municipality})
WITH goals, collect(strategy) AS strategies
UNWIND goals + strategies AS aim
// What stands only in plans that are not adopted yet does not count.
OPTIONAL MATCH (aim)-[:ANCHORED_IN]->(plan:Plan)
WITH aim, count(plan) AS plans,
     count(CASE WHEN coalesce(plan.adopted, '') <= $as_of THEN 1 END) AS adopted
WHERE plans = 0 OR adopted > 0
WITH collect(aim) AS aims
WITH aims, [aim IN aims WHERE EXISTS { MATCH (aim)-[:ANSWERS]->(:Challenge) } | aim.id] AS answering
UNWIND aims AS aim
WITH aim, answering
// Only an overall one needs a challenge, and only where somebody has said that it is one.
WHERE coalesce(aim.overall, false)
  // A goal answers what one above or below it answers, up to eight levels away.
  AND NOT EXISTS { MATCH (aim)-[:PART_OF*0..8]->(above) WHERE above.id IN answering }
  AND NOT EXISTS { MATCH (aim)<-[:PART_OF*0..8]-(below) WHERE below.id IN answering }
  // Where no goal or strategy answers any challenge, the column has not been used.
  AND size(answering) > 0
  // An empty cell is a hint only where somebody has said that all goals are there.
  AND EXISTS {
    MATCH (town:Municipality {number: $municipality})
    WHERE coalesce(town.all_goals_listed, false)
  }
RETURN aim.id AS subject, [] AS related
ORDER BY subject, related
