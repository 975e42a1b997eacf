-- A document names a state or organization: each spelling of it.
SELECT sha1('mention:' || d.id || ':' || p.id || ':' || n.form) AS id,
       d.id AS document,
       substr(n.form, 1, 384) AS name,
       p.id AS resolved,
       iif(p.kind = 'state', 'PublicBody', 'Organization') AS detectedSchema
FROM document_things AS d
CROSS JOIN party_names AS n ON n.document_id = d.document_id
JOIN party_things AS p ON p.party_id = n.party_id
ORDER BY d.name, n.form, p.id
