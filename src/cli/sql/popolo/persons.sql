SELECT p.id,
       p.name,
       (SELECT json_group_array(json_object('name', form))
        FROM (SELECT DISTINCT n.name AS form FROM personas AS r JOIN person_names AS n USING (persona_id)
              WHERE r.person_id = p.person_id AND n.name <> p.name ORDER BY 1))
         AS "other_names[]",
       (SELECT json_group_array(json_object('url', source, 'note', name))
        FROM (SELECT DISTINCT d.source, d.name FROM personas AS r JOIN appearances AS a USING (persona_id)
              JOIN document_things AS d USING (document_id)
              WHERE r.person_id = p.person_id ORDER BY d.name)) AS "sources[]"
FROM person_things AS p
ORDER BY p.name, p.id
