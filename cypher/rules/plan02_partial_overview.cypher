// PLAN02 partial-overview: An overview without ordinary or without adapted housing
// columns: subject, related
// parameters: municipality, as_of
MATCH (overview:Overview {municipality: $municipality})
// One with a later date is not made yet.
WHERE coalesce(overview.date, '') <= $as_of
WITH collect(overview) AS overviews
// Two overviews may cover one type of housing each. Unknown is not absent.
WHERE none(one IN overviews WHERE coalesce(one.ordinary_housing, true))
   OR none(one IN overviews WHERE coalesce(one.adapted_housing, true))
UNWIND overviews AS overview
RETURN overview.id AS subject, [] AS related
ORDER BY subject, related
