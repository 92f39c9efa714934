// ARENA01 no-mandate: A working arena without mandate or basis
// columns: subject, related
// parameters: municipality, as_of, max_arena_size, min_meetings
MATCH (w:Arena {municipality: $municipality})
// 'nei', 'ingen' and '-' is no mandate, whatever the case and the kind of dash; nothing is no answer.
WITH w, [text IN [coalesce(w.mandate, ''), coalesce(w.basis, '')] | trim(
          reduce(said = toLower(text), dash IN ['_', '-', '\u2010', '\u2011', '\u2013'] |
                 replace(said, dash, ' ')))] AS said
WITH w, size([text IN said WHERE NOT text IN ['', 'nei', 'ingen']]) AS given,
     w.mandate IS NOT NULL AND w.basis IS NOT NULL AS answered
WITH collect({node: w, given: given, answered: answered}) AS arenas
// Where no arena has either, the columns have not been used.
WITH arenas, size([one IN arenas WHERE one.given > 0]) AS used
UNWIND arenas AS one
WITH one, one.node AS w, used
WHERE used > 0 AND one.given = 0 AND one.answered
  // The law says what a political body decides: a load says which arenas that is.
  AND NOT coalesce(w.political_body, false)
  AND coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(seat:Actor)
WHERE p.role IN ['leader', 'member']
WITH w, count(seat) AS seats
WHERE seats <= coalesce($max_arena_size, seats)
RETURN w.id AS subject, [] AS related
ORDER BY subject, related
