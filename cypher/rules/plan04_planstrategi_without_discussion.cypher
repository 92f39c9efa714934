// PLAN04 planstrategi-without-discussion: A planning strategy that does not discuss housing work
// columns: subject, related
// parameters: municipality, as_of
MATCH (plan:Plan {municipality: $municipality})
WHERE plan.kind = 'planstrategi' AND coalesce(plan.valid_to, $as_of) >= $as_of
  AND NOT coalesce(plan.discusses_social_housing, true)
RETURN plan.id AS subject, [] AS related
ORDER BY subject, related
