-- An office, of a state or organization where the texts say of which.
SELECT sha1('position:' || r.name || ':' || r.rank || ':' || coalesce(p.id, '')) AS id,
       substr(r.name || coalesce(', ' || p.name, ''), 1, 384) AS name,
       p.id AS organization,
       iif(s.alpha2 = 'DDDE', 'dd', lower(s.alpha2)) AS country,
       r.rank AS description
FROM (SELECT DISTINCT role_id, party_id FROM occupancies) AS o
JOIN roles AS r ON r.role_id = o.role_id
LEFT JOIN party_things AS p ON p.party_id = o.party_id
LEFT JOIN states AS s ON s.party_id = o.party_id
WHERE o.party_id IS NULL OR p.id IS NOT NULL
ORDER BY r.name, p.name, p.id
