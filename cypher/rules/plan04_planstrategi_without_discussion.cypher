// PLAN04 planstrategi-without-discussion: A planning strategy that does not discuss housing work
// columns: subject, related
// parameters: municipality, as_of, council_from, council_until, next_election_day
MATCH (plan:Plan {municipality: $municipality})
// It counts in the council period in which it was adopted. Of some only the year is known, which is
// read as 1 January: in a year of election it may be either council's. So may it between the next
// election and the day from which that council sits at the latest.
WHERE plan.kind = 'planstrategi'
  AND plan.adopted >= $council_from AND plan.adopted <= $next_election_day
  AND plan.adopted <= $as_of
  AND NOT (substring(plan.adopted, 4) = '-01-01'
           AND left(plan.adopted, 4) IN [left($council_from, 4), left($council_until, 4)])
  AND NOT coalesce(plan.discusses_social_housing, true)
RETURN plan.id AS subject, [] AS related
ORDER BY subject, related
