// name: Who was asked
// question: How many units of each sector were asked about their own ties?
// columns: sector, units, asked, not_asked, names
// parameters: municipality = "0000"
MATCH (u:Unit {municipality: $municipality})
WITH u, coalesce(u.surveyed, 'no') <> 'no' AS asked
ORDER BY u.id
RETURN u.sector AS sector, count(u) AS units, sum(CASE WHEN asked THEN 1 ELSE 0 END) AS asked,
       collect(CASE WHEN asked THEN null ELSE u.id END) AS not_asked,
       collect(CASE WHEN asked THEN null ELSE u.name END) AS names
ORDER BY sector
