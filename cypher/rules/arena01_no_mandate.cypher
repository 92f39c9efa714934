// ARENA01 no-mandate: A working arena without mandate or basis
// columns: subject, related
// parameters: municipality, as_of, max_arena_size, min_meetings
MATCH (w:Arena {municipality: $municipality})
// 'nei', 'ingen' and '-' is no mandate, whatever the case and the kind of dash.
WITH w, [text IN [coalesce(w.mandate, ''), coalesce(w.basis, '')] WHERE NOT trim(
          reduce(said = toLower(text), dash IN ['_', '-', '\u2010', '\u2011', '\u2013'] |
                 replace(said, dash, ' '))) IN ['', 'nei', 'ingen']] AS said
WITH collect({node: w, without: size(said) = 0}) AS arenas
// Where no arena has either, the columns have not been used.
WITH arenas, size([one IN arenas WHERE NOT one.without]) AS used
UNWIND arenas AS one
WITH one, one.node AS w
WHERE used > 0 AND one.without
  AND coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(seat:Actor)
WHERE p.role IN ['leader', 'member']
WITH w, count(seat) AS seats
WHERE seats <= coalesce($max_arena_size, seats)
RETURN w.id AS subject, [] AS related
ORDER BY subject, related
