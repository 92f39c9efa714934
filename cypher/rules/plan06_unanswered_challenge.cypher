// PLAN06 unanswered-challenge: A challenge that no goal or strategy answers
// columns: subject, related
// parameters: municipality, as_of
MATCH (town:Municipality {number: $municipality}),
      (challenge:Challenge {municipality: $municipality})
// That no other goal answers it must be said, and an empty cell is no answer.
WHERE coalesce(town.all_goals_listed, false)
  AND NOT EXISTS {
    MATCH (challenge)<-[:ANSWERS]-(aim)
    // What stands only in plans that are not adopted yet does not count.
    WHERE NOT EXISTS { MATCH (aim)-[:ANCHORED_IN]->(:Plan) }
       OR EXISTS { MATCH (aim)-[:ANCHORED_IN]->(plan:Plan)
                   WHERE coalesce(plan.adopted, '') <= $as_of }
  }
  AND NOT EXISTS {
    MATCH (goal:Goal {municipality: $municipality})
    WHERE NOT EXISTS { MATCH (goal)-[:ANSWERS]->(:Challenge) }
      AND (NOT EXISTS { MATCH (goal)-[:ANCHORED_IN]->(:Plan) }
           OR EXISTS { MATCH (goal)-[:ANCHORED_IN]->(plan:Plan)
                       WHERE coalesce(plan.adopted, '') <= $as_of })
  }
  AND NOT EXISTS {
    MATCH (strategy:Strategy {municipality: $municipality})
    WHERE NOT EXISTS { MATCH (strategy)-[:ANSWERS]->(:Challenge) }
      AND (NOT EXISTS { MATCH (strategy)-[:ANCHORED_IN]->(:Plan) }
           OR EXISTS { MATCH (strategy)-[:ANCHORED_IN]->(plan:Plan)
                       WHERE coalesce(plan.adopted, '') <= $as_of })
  }
RETURN challenge.id AS subject, [] AS related
ORDER BY subject, related
