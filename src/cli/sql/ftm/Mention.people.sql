-- A document names a person: each spelling of it.
SELECT sha1('mention:' || d.id || ':' || p.id || ':' || n.form) AS id,
       d.id AS document,
       substr(n.form, 1, 384) AS name,
       p.id AS resolved,
       'Person' AS detectedSchema
FROM document_things AS d
CROSS JOIN person_names AS n ON n.document_id = d.document_id
JOIN person_things AS p ON p.person_id = n.person_id
ORDER BY d.name, n.form, p.id
