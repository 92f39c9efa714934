// name: Units without any tie, by municipality
// question: In which municipalities are most units without any arena, contact, agreement in force or referral in the data, units below them included?
// columns: municipality, name, units, without_tie
// parameters: as_of = today
MATCH (m:Municipality)
MATCH (u:Unit {municipality: m.number})
WITH m, u, CASE WHEN EXISTS {
    MATCH (u)<-[:PART_OF*0..8]-(:Unit)
          -[t:PARTICIPATES_IN|COLLABORATES_WITH|HAS_AGREEMENT_WITH|REFERS_TO]-()
    WHERE coalesce(t.valid_to, $as_of) >= $as_of AND coalesce(t.strength, 'not given') <> 'none'
  } THEN 0 ELSE 1 END AS alone
RETURN m.number AS municipality, m.name AS name, count(u) AS units, sum(alone) AS without_tie
ORDER BY without_tie DESC, municipality
