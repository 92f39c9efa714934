// PLAN05 kommuneplan-without-goals: Overall goals or strategies in the municipal plan are not documented
// columns: subject, related
// parameters: municipality
MATCH (town:Municipality {number: $municipality})
// Where nothing at all about plans was filled in, nothing can be told to be missing.
WHERE (EXISTS { MATCH (:Overview {municipality: $municipality}) }
       OR EXISTS { MATCH (:Plan {municipality: $municipality}) }
       OR EXISTS { MATCH (:Challenge {municipality: $municipality}) }
       OR EXISTS { MATCH (:Goal {municipality: $municipality}) }
       OR EXISTS { MATCH (:Strategy {municipality: $municipality}) }
       OR EXISTS { MATCH (:Measure {municipality: $municipality}) })
  AND NOT (
    EXISTS {
      MATCH (goal:Goal {municipality: $municipality})-[:ANCHORED_IN]->(plan:Plan)
      WHERE plan.kind IN ['samfunnsdel', 'arealdel'] AND coalesce(goal.overall, true)
    }
    AND EXISTS {
      MATCH (strategy:Strategy {municipality: $municipality})-[:ANCHORED_IN]->(plan:Plan)
      WHERE plan.kind IN ['samfunnsdel', 'arealdel'] AND coalesce(strategy.overall, true)
    }
  )
  // Where no goal or strategy says in which plan it stands, the column has not been used.
  AND (EXISTS { MATCH (:Goal {municipality: $municipality})-[:ANCHORED_IN]->(:Plan) }
       OR EXISTS { MATCH (:Strategy {municipality: $municipality})-[:ANCHORED_IN]->(:Plan) }
       OR NOT (EXISTS { MATCH (:Goal {municipality: $municipality}) }
               OR EXISTS { MATCH (:Strategy {municipality: $municipality}) }))
RETURN town.number AS subject, [] AS related
ORDER BY subject, related
