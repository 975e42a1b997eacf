-- country: the states for which the person held an office
SELECT p.id,
       substr(p.name, 1, 384) AS name,
       (SELECT json_group_array(form)
        FROM (SELECT DISTINCT substr(n.name, 1, 384) AS form FROM personas AS r JOIN person_names AS n USING (persona_id)
              WHERE r.person_id = p.person_id AND n.name <> p.name ORDER BY 1)) AS "alias[]",
       (SELECT json_group_array(position)
        FROM (SELECT DISTINCT substr(role || coalesce(', ' || party_name, ''), 1, 1024) AS position FROM offices
              WHERE person_id = p.person_id AND role IS NOT NULL ORDER BY 1)) AS "position[]",
       (SELECT json_group_array(code)
        FROM (SELECT DISTINCT iif(s.alpha2 = 'DDDE', 'dd', lower(s.alpha2)) AS code
              FROM occupancies AS o JOIN states AS s USING (party_id)
              WHERE o.person_id = p.person_id ORDER BY 1)) AS "country[]",
       (SELECT json_group_array(id)
        FROM (SELECT DISTINCT d.id FROM personas AS r JOIN appearances AS a USING (persona_id)
              JOIN document_things AS d USING (document_id)
              WHERE r.person_id = p.person_id ORDER BY 1)) AS "proof[]"
FROM person_things AS p
ORDER BY p.name, p.id
