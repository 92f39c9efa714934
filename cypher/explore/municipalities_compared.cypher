// name: Municipalities side by side
// question: How large is the data of each municipality, and how much of it hangs together?
// columns: municipality, units, asked, arenas, seats, links, goals, unowned_goals
// parameters: none
MATCH (m:Municipality)
OPTIONAL MATCH (u:Unit {municipality: m.number})
WITH m, count(u) AS units,
     sum(CASE WHEN coalesce(u.surveyed, 'no') <> 'no' THEN 1 ELSE 0 END) AS asked
OPTIONAL MATCH (w:Arena {municipality: m.number})
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(:Actor)
WHERE p.role IN ['leader', 'member']
WITH m, units, asked, count(DISTINCT w) AS arenas, count(p) AS seats
OPTIONAL MATCH (:Unit {municipality: m.number})-[l:COLLABORATES_WITH]-(:Actor)
WHERE l.strength <> 'awareness'
WITH m, units, asked, arenas, seats, count(DISTINCT l) AS links
OPTIONAL MATCH (g:Goal {municipality: m.number})
OPTIONAL MATCH (g)<-[o:OWNS]-(:Actor)
WITH m, units, asked, arenas, seats, links, g, count(o) AS owners
RETURN m.number AS municipality, units, asked, arenas, seats, links, count(g) AS goals,
       sum(CASE WHEN g IS NOT NULL AND owners = 0 THEN 1 ELSE 0 END) AS unowned_goals
ORDER BY municipality
