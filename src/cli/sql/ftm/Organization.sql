SELECT p.id,
       substr(p.name, 1, 384) AS name,
       (SELECT json_group_array(form)
        FROM (SELECT substr(name, 1, 384) AS form FROM party_names WHERE party_id = p.party_id
              UNION SELECT p.code
              ORDER BY 1)
        WHERE form <> p.name) AS "alias[]",
       p.kind AS classification,
       (SELECT json_group_array(id)
        FROM (SELECT DISTINCT d.id FROM party_names AS n JOIN party_namings AS u USING (name_id)
              JOIN document_things AS d USING (document_id)
              WHERE n.party_id = p.party_id ORDER BY 1)) AS "proof[]"
FROM party_things AS p
WHERE p.kind <> 'state'
ORDER BY p.name, p.id
