// name: Agreements by last day
// question: Which agreements have ended, and which end next?
// columns: last_day, in_force, agreement, parties
// parameters: municipality = "0000", as_of = today
MATCH (a:Actor)-[g:HAS_AGREEMENT_WITH {municipality: $municipality}]->(b:Actor)
RETURN coalesce(g.valid_to, 'no end') AS last_day,
       coalesce(g.valid_to, $as_of) >= $as_of AS in_force,
       g.agreement AS agreement, [a.id, b.id] AS parties
ORDER BY last_day, agreement, parties
