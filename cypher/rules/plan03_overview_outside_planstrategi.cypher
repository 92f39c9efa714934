// PLAN03 overview-outside-planstrategi: No overview is documented as a basis for the planning strategy
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
  AND NOT EXISTS {
    MATCH (:Overview {municipality: $municipality})-[:INFORMS]->(plan:Plan)
    WHERE plan.kind = 'planstrategi'
  }
RETURN town.number AS subject, [] AS related
ORDER BY subject, related
