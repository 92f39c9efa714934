// PLAN06 unanswered-challenge: A challenge that no goal or strategy answers
// columns: subject, related
// parameters: municipality
MATCH (challenge:Challenge {municipality: $municipality})
WHERE NOT EXISTS { MATCH (challenge)<-[:ANSWERS]-() }
  // Where no goal or strategy answers any challenge, the column has not been used.
  AND EXISTS { MATCH (:Challenge {municipality: $municipality})<-[:ANSWERS]-() }
RETURN challenge.id AS subject, [] AS related
ORDER BY subject, related
