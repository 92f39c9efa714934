// PLAN03 overview-outside-planstrategi: No overview is documented as a basis for the planning strategy
// columns: subject, related
// parameters: municipality, as_of, council_from, council_until, election_day, next_election_day, strategy_due
MATCH (town:Municipality {number: $municipality})
OPTIONAL MATCH (plan:Plan {municipality: $municipality, kind: 'planstrategi'})
WITH town, collect(plan) AS strategies
OPTIONAL MATCH (overview:Overview {municipality: $municipality})
// What has a later date is not made or adopted yet.
WHERE coalesce(overview.date, '') <= $as_of
WITH town, strategies, count(overview) AS overviews
// A planning strategy counts in the council period in which it was adopted. Of some only the year is
// known, which is read as 1 January: in a year of election it may be either council's. So may it
// between the election and the day from which the new council sits at the latest.
WITH town, strategies, overviews,
     [plan IN strategies
      WHERE plan.adopted IS NULL
         OR (plan.adopted <= $as_of AND substring(plan.adopted, 4) = '-01-01'
             AND left(plan.adopted, 4) IN [left($council_from, 4), left($council_until, 4)])
         OR (plan.adopted <= $as_of
             AND plan.adopted > $election_day AND plan.adopted < $council_from)
         OR (plan.adopted <= $as_of
             AND plan.adopted > $next_election_day AND plan.adopted < $council_until)
      | plan.id] AS unplaced
WITH town, overviews, unplaced,
     [plan IN strategies
      WHERE plan.adopted >= $council_from AND plan.adopted < $council_until
        AND plan.adopted <= $as_of
        AND NOT plan.id IN unplaced
      | plan.id] AS current
// What was adopted before the overview was made does not rest on it. One without a date is no answer.
WHERE NOT EXISTS {
    MATCH (overview:Overview {municipality: $municipality})-[:INFORMS]->(plan:Plan)
    WHERE plan.id IN current AND coalesce(overview.date, '') <= $as_of
      AND (coalesce(overview.date, '') <= plan.adopted
           OR (substring(plan.adopted, 4) = '-01-01'
               AND left(overview.date, 4) = left(plan.adopted, 4)))
  }
  // The council has one year to adopt it.
  AND (size(current) > 0 OR size(unplaced) > 0 OR $as_of > $strategy_due)
  // That there is no overview, or no planning strategy of this period, must be said; that an overview
  // names no plan is no answer.
  AND ((overviews = 0 AND NOT coalesce(town.has_overview, true))
       OR (size(unplaced) = 0 AND size(current) = 0 AND coalesce(town.all_plans_listed, false))
       OR (size(unplaced) = 0 AND size(current) > 0 AND overviews > 0
           AND NOT EXISTS {
             MATCH (overview:Overview {municipality: $municipality}),
                   (plan:Plan {municipality: $municipality})
             WHERE plan.id IN current
               AND coalesce(overview.date, '') <= $as_of
               AND NOT EXISTS { MATCH (overview)-[:INFORMS]->(:Plan) }
               AND (coalesce(overview.date, '') <= plan.adopted
                    OR (substring(plan.adopted, 4) = '-01-01'
                        AND left(overview.date, 4) = left(plan.adopted, 4)))
           }))
RETURN town.number AS subject, [] AS related
ORDER BY subject, related
