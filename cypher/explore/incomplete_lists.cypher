// name: Lists that may lack somebody
// question: Which working arenas have a participant list that is not said to be complete?
// columns: arena, complete, listed
// parameters: municipality = "0000", as_of = today
MATCH (w:Arena {municipality: $municipality})
WHERE coalesce(w.participants_complete, false) = false
  AND coalesce(w.kind, 'not given') <> 'information' AND coalesce(w.valid_to, $as_of) >= $as_of
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(:Actor)
RETURN w.id AS arena,
       CASE WHEN w.participants_complete = false THEN 'no' ELSE 'not given' END AS complete,
       count(p) AS listed
ORDER BY complete, arena
