// ARENA06 no-municipal-leadership: No strategic arena where the municipality's top leaders take part
// columns: subject, related
// parameters: municipality, as_of
MATCH (w:Arena {municipality: $municipality})
WHERE w.level = 'strategic' AND coalesce(w.valid_to, $as_of) >= $as_of
  // What the leaders answer to: a load says which arenas that is.
  AND NOT coalesce(w.political_body, false)
// An empty cell is unknown, and no finding.
WITH count(w) AS arenas, sum(CASE WHEN w.municipal_leadership = false THEN 1 ELSE 0 END) AS without
WHERE arenas > 0 AND arenas = without
RETURN $municipality AS subject, [] AS related
ORDER BY subject, related
