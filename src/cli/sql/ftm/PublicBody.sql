-- A state, as a party to meetings.
SELECT p.id,
       s.name,
       (SELECT json_group_array(form)
        FROM (SELECT substr(name, 1, 384) AS form FROM party_names WHERE party_id = p.party_id
              UNION SELECT official_name FROM states WHERE party_id = p.party_id
              ORDER BY 1)
        WHERE form <> s.name) AS "alias[]",
       'state' AS classification,
       iif(s.alpha2 = 'DDDE', 'dd', lower(s.alpha2)) AS country
FROM party_things AS p
JOIN states AS s ON s.party_id = p.party_id
ORDER BY s.alpha3
