-- A document names a person: each spelling of it.
SELECT sha1('mention:' || d.id || ':' || p.id || ':' || n.name) AS id,
       d.id AS document,
       substr(n.name, 1, 384) AS name,
       p.id AS resolved,
       'Person' AS detectedSchema
FROM document_things AS d
CROSS JOIN person_namings AS u ON u.document_id = d.document_id
JOIN person_names AS n ON n.name_id = u.name_id
JOIN personas AS r ON r.persona_id = n.persona_id
JOIN person_things AS p ON p.person_id = r.person_id
ORDER BY d.name, n.name, p.id
