// name: Arenas with the same people
// question: Which two arenas have most leaders and members in common?
// columns: arena, other, in_common, seats, other_seats
// parameters: municipality = "0000", at_least = 2
MATCH (w:Arena {municipality: $municipality})<-[p:PARTICIPATES_IN]-(a:Actor)
WHERE p.role IN ['leader', 'member']
WITH w, collect(a) AS members
WITH collect({arena: w.id, members: members}) AS arenas
UNWIND arenas AS one
UNWIND arenas AS two
WITH one, two, size([a IN one.members WHERE a IN two.members]) AS in_common
WHERE one.arena < two.arena AND in_common >= $at_least
RETURN one.arena AS arena, two.arena AS other, in_common, size(one.members) AS seats,
       size(two.members) AS other_seats
ORDER BY in_common DESC, arena, other
