// GOAL01 unowned-goal: A goal that nobody owns
// columns: subject, related
// parameters: municipality
MATCH (goal:Goal {municipality: $municipality})
WHERE NOT EXISTS { MATCH (goal)<-[:OWNS]-(:Actor) }
  // Where nobody owns any goal, the role has not been used.
  AND EXISTS { MATCH (:Goal {municipality: $municipality})<-[:OWNS]-(:Actor) }
RETURN goal.id AS subject, [] AS related
ORDER BY subject, related
