// name: Contact with external actors
// question: Which external actors have an agreement, a meeting place or a contact with the municipality's units, and which only one of them?
// columns: actor, agreements, in_force, arenas, contacts
// parameters: municipality = "0000", as_of = today
OPTIONAL MATCH (own:ExternalActor {municipality: $municipality})
WITH collect(own) AS own
OPTIONAL MATCH (:Municipality {number: $municipality})-[:KNOWS]->(shared:ExternalActor)
WITH own, collect(shared) AS national
UNWIND own + national AS e
OPTIONAL MATCH (e)-[g:HAS_AGREEMENT_WITH {municipality: $municipality}]-(:Unit)
WITH e, count(g) AS agreements,
     sum(CASE WHEN g IS NOT NULL AND coalesce(g.valid_to, $as_of) >= $as_of THEN 1 ELSE 0 END)
       AS in_force
OPTIONAL MATCH (e)-[:PARTICIPATES_IN {municipality: $municipality}]->(w:Arena)
               <-[:PARTICIPATES_IN]-(:Unit)
WITH e, agreements, in_force, count(DISTINCT w) AS arenas
OPTIONAL MATCH (e)-[c:COLLABORATES_WITH {municipality: $municipality}]-(:Unit)
RETURN e.id AS actor, agreements, in_force, arenas, count(c) AS contacts
ORDER BY actor
