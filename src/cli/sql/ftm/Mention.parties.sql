-- A document names a state or organization: each spelling of it.
SELECT sha1('mention:' || d.id || ':' || p.id || ':' || n.name) AS id,
       d.id AS document,
       substr(n.name, 1, 384) AS name,
       p.id AS resolved,
       iif(p.kind = 'state', 'PublicBody', 'Organization') AS detectedSchema
FROM document_things AS d
CROSS JOIN party_namings AS u ON u.document_id = d.document_id
JOIN party_names AS n ON n.name_id = u.name_id
JOIN party_things AS p ON p.party_id = n.party_id
ORDER BY d.name, n.name, p.id
