-- An office, of a state or organization where the texts say of which.
SELECT sha1('position:' || r.name || ':' || r.rank || ':' || coalesce(p.id, '')) AS id,
       r.name || coalesce(', ' || p.name, '') AS label,
       r.name AS role,
       p.id AS organization_id
FROM (SELECT DISTINCT role_id, party_id FROM occupancies) AS o
JOIN roles AS r ON r.role_id = o.role_id
LEFT JOIN party_things AS p ON p.party_id = o.party_id
WHERE o.party_id IS NULL OR p.id IS NOT NULL
ORDER BY r.name, p.name, p.id
