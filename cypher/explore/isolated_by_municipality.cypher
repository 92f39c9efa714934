// name: Units without any tie, by municipality
// question: In which municipalities are most units without any arena, link, agreement or referral in the data?
// columns: municipality, units, without_tie
// parameters: as_of = today
MATCH (u:Unit)
WITH u, CASE WHEN EXISTS {
    MATCH (u)-[t:PARTICIPATES_IN|COLLABORATES_WITH|HAS_AGREEMENT_WITH|REFERS_TO]-()
    WHERE coalesce(t.valid_to, $as_of) >= $as_of
  } THEN 0 ELSE 1 END AS alone
RETURN u.municipality AS municipality, count(u) AS units, sum(alone) AS without_tie
ORDER BY without_tie DESC, municipality
