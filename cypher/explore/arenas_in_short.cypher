// name: What is known of each arena
// question: Which arenas that have not ended have a mandate, a basis, a leader and a goal?
// columns: arena, name, mandate, basis, leaders, goals
// parameters: municipality = "0000", as_of = today
MATCH (w:Arena {municipality: $municipality})
WHERE coalesce(w.valid_to, $as_of) >= $as_of
OPTIONAL MATCH (w)<-[p:PARTICIPATES_IN]-(a:Actor)
WHERE p.role = 'leader'
WITH w, count(a) AS leaders
OPTIONAL MATCH (w)-[:FOLLOWS_UP]->(g:Goal)
// 'nei', 'ingen' and '-' say that there is none.
RETURN w.id AS arena, w.name AS name,
       CASE WHEN w.mandate IS NULL THEN 'not given'
            WHEN toLower(w.mandate) IN ['nei', 'ingen', '-'] THEN 'no' ELSE 'yes' END AS mandate,
       CASE WHEN w.basis IS NULL THEN 'not given'
            WHEN toLower(w.basis) IN ['nei', 'ingen', '-'] THEN 'no' ELSE 'yes' END AS basis,
       leaders, count(g) AS goals
ORDER BY arena
