SELECT p.id,
       p.name,
       (SELECT json_group_array(json_object('name', form))
        FROM (SELECT DISTINCT form FROM person_names WHERE person_id = p.person_id AND form <> p.name ORDER BY 1))
         AS "other_names[]",
       (SELECT json_group_array(json_object('url', source, 'note', name))
        FROM (SELECT DISTINCT d.source, d.name FROM person_names AS n JOIN document_things AS d USING (document_id)
              WHERE n.person_id = p.person_id ORDER BY d.name)) AS "sources[]"
FROM person_things AS p
ORDER BY p.name, p.id
