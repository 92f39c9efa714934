// PLAN01 missing-overview: An overview of housing needs is not documented, is older, or has no date
// columns: subject, related
// parameters: municipality, as_of, older_before
MATCH (town:Municipality {number: $municipality})
OPTIONAL MATCH (made:Overview {municipality: $municipality})
// One with a later date is not made yet.
WHERE coalesce(made.date, '') <= $as_of
WITH town, count(made) AS overviews
// That there is none must be said; one of the last four years is enough.
WHERE (overviews = 0 AND NOT coalesce(town.has_overview, true))
   OR (overviews > 0
       AND NOT EXISTS {
         MATCH (overview:Overview {municipality: $municipality})
         // Of some only the year is known, which is read as 1 January.
         WHERE overview.date <= $as_of
           AND (overview.date >= $older_before
                OR (substring(overview.date, 4) = '-01-01'
                    AND left(overview.date, 4) = left($older_before, 4)))
       })
RETURN town.number AS subject, [] AS related
ORDER BY subject, related
