// PLAN01 missing-overview: An overview of housing needs is not documented, or has no date
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
    MATCH (overview:Overview {municipality: $municipality})
    WHERE overview.date IS NOT NULL
  }
RETURN town.number AS subject, [] AS related
ORDER BY subject, related
