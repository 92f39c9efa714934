// PLAN07 goal-without-challenge: A goal or strategy that answers no challenge
// columns: subject, related
// parameters: municipality
OPTIONAL MATCH (goal:Goal {municipality: $municipality})
WITH collect(goal) AS goals
OPTIONAL MATCH (strategy:Strategy {municipality: $municipality})
WITH goals, collect(strategy) AS strategies
UNWIND goals + strategies AS aim
WITH aim
// A goal answers what one above or below it answers, up to eight levels away.
WHERE NOT EXISTS { MATCH (aim)-[:PART_OF*0..8]->()-[:ANSWERS]->(:Challenge) }
  AND NOT EXISTS { MATCH (aim)<-[:PART_OF*0..8]-()-[:ANSWERS]->(:Challenge) }
  // Where no goal or strategy answers any challenge, the column has not been used.
  AND EXISTS { MATCH (:Challenge {municipality: $municipality})<-[:ANSWERS]-() }
  // An empty cell is a hint only where somebody has said that all goals are there.
  AND EXISTS {
    MATCH (town:Municipality {number: $municipality})
    WHERE coalesce(town.all_goals_listed, false)
  }
RETURN aim.id AS subject, [] AS related
ORDER BY subject, related
