// name: National actors
// question: With how many municipalities does each national actor have an agreement in force, a collaboration or a seat in a working arena?
// columns: actor, name, municipalities
// parameters: as_of = today
MATCH (:Municipality)-[k:KNOWS]->(e:ExternalActor)
// What it is called is each municipality's own word: the first by the alphabet.
WITH e, min(k.name) AS name
OPTIONAL MATCH (e)-[t:COLLABORATES_WITH|HAS_AGREEMENT_WITH|PARTICIPATES_IN]-(other)
WHERE coalesce(t.valid_to, $as_of) >= $as_of
  AND NOT coalesce(t.strength, 'not given') IN ['none', 'awareness']
  AND coalesce(t.role, 'member') IN ['leader', 'member']
  AND (NOT other:Arena OR coalesce(other.kind, 'not given') <> 'information'
                          AND coalesce(other.valid_to, $as_of) >= $as_of)
RETURN e.id AS actor, name, count(DISTINCT t.municipality) AS municipalities
ORDER BY municipalities DESC, actor
