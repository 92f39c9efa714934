// name: National actors
// question: With how many municipalities does each national actor have an agreement, a collaboration or a common arena?
// columns: actor, municipalities
// parameters: as_of = today
MATCH (:Municipality)-[k:KNOWS]->(e:ExternalActor)
WITH DISTINCT e
OPTIONAL MATCH (e)-[t:COLLABORATES_WITH|HAS_AGREEMENT_WITH|PARTICIPATES_IN]-()
WHERE coalesce(t.valid_to, $as_of) >= $as_of
RETURN e.id AS actor, count(DISTINCT t.municipality) AS municipalities
ORDER BY municipalities DESC, actor
