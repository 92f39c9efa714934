// name: Arenas by level
// question: How many arenas that have not ended are there at each level and of each kind, and how many seats do they have?
// columns: level, kind, arenas, seats
// parameters: municipality = "0000", as_of = today
MATCH (w:Arena {municipality: $municipality})
WHERE coalesce(w.valid_to, $as_of) >= $as_of
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(:Actor)
WHERE p.role IN ['leader', 'member']
WITH w, count(p) AS seats
RETURN coalesce(w.level, 'not given') AS level, coalesce(w.kind, 'not given') AS kind,
       count(w) AS arenas, sum(seats) AS seats
ORDER BY level, kind
