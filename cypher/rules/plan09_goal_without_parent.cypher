// PLAN09 goal-without-parent: A goal in a theme plan with no goal above it in the municipal plan
// columns: subject, related
// parameters: municipality, as_of
MATCH (town:Municipality {number: $municipality}), (goal:Goal {municipality: $municipality})
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
  // It stands in a plan that is adopted, or whose day nobody has filled in.
  AND EXISTS {
    MATCH (goal)-[:ANCHORED_IN]->(named:Plan)
    WHERE coalesce(named.adopted, '') <= $as_of
  }
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
      AND EXISTS {
        MATCH (top)-[:ANCHORED_IN]->(named:Plan)
        WHERE coalesce(named.adopted, '') <= $as_of
      }
  }
RETURN goal.id AS subject, [] AS related
ORDER BY subject, related
