// name: Arenas by sectors
// question: How many sectors and external actors take part in each arena?
// columns: arena, level, seats, sectors, external
// parameters: municipality = "0000"
MATCH (w:Arena {municipality: $municipality})<-[p:PARTICIPATES_IN]-(a:Actor)
WHERE p.role IN ['leader', 'member']
RETURN w.id AS arena, coalesce(w.level, 'not given') AS level, count(a) AS seats,
       count(DISTINCT a.sector) AS sectors,
       sum(CASE WHEN a:ExternalActor THEN 1 ELSE 0 END) AS external
ORDER BY sectors DESC, seats DESC, arena
