// name: Municipalities side by side
// question: How large is the data of each municipality, and how much of it hangs together?
// columns: municipality, name, units, asked, arenas, seats, links, goals, unowned_goals
// parameters: as_of = today, max_arena_size = none, min_meetings = none
MATCH (m:Municipality)
OPTIONAL MATCH (u:Unit {municipality: m.number})
WITH m, count(u) AS units,
     sum(CASE WHEN coalesce(u.surveyed, 'no') <> 'no' THEN 1 ELSE 0 END) AS asked
OPTIONAL MATCH (w:Arena {municipality: m.number})
WHERE coalesce(w.kind, 'not given') <> 'information'
  AND coalesce(w.valid_to, $as_of) >= $as_of
  AND ($min_meetings IS NULL OR coalesce(w.meetings_per_year, $min_meetings) >= $min_meetings)
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(:Actor)
WHERE p.role IN ['leader', 'member']
WITH m, units, asked, w, count(p) AS seats
WITH m, units, asked, collect(CASE
       WHEN w IS NOT NULL AND seats <= coalesce($max_arena_size, seats) THEN seats END) AS arenas
OPTIONAL MATCH (one:Unit {municipality: m.number})
               -[l:COLLABORATES_WITH|HAS_AGREEMENT_WITH {municipality: m.number}]-(two:Actor)
WHERE NOT coalesce(l.strength, 'not given') IN ['none', 'awareness']
  AND coalesce(l.valid_to, $as_of) >= $as_of
WITH m, units, asked, arenas,
     CASE WHEN one.key < two.key THEN one.key ELSE two.key END AS first,
     CASE WHEN one.key < two.key THEN two.key ELSE one.key END AS second
WITH m, units, asked, arenas, first, count(DISTINCT second) AS linked
WITH m, units, asked, arenas, sum(linked) AS links
OPTIONAL MATCH (g:Goal {municipality: m.number})
OPTIONAL MATCH (g)<-[o:OWNS]-(:Actor)
WITH m, units, asked, arenas, links, g, count(o) AS owners
RETURN m.number AS municipality, m.name AS name, units, asked, size(arenas) AS arenas,
       reduce(sum = 0, seats IN arenas | sum + seats) AS seats, links, count(g) AS goals,
       sum(CASE WHEN g IS NOT NULL AND owners = 0 THEN 1 ELSE 0 END) AS unowned_goals
ORDER BY municipality
