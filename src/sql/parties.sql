SELECT l.code AS party, l.name AS party_name, l.kind, s.alpha2, s.official_name
FROM party_labels AS l
LEFT JOIN states AS s ON s.party_id = l.party_id
WHERE 1
/*party*/ AND l.party_id = :party
/*kind*/ AND l.kind = :kind
/*document*/ AND l.party_id IN (
/*document*/   SELECT n.party_id FROM documents AS d JOIN party_namings AS u USING (document_id)
/*document*/   JOIN party_names AS n USING (name_id) WHERE d.name = :document)
ORDER BY l.kind = 'group', l.kind = 'organization', party_name
LIMIT :limit OFFSET :offset
