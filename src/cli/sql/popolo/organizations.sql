-- States and organizations; classification: state, intergovernmental, organ, ...
SELECT p.id,
       p.name,
       (SELECT json_group_array(json_object('name', form))
        FROM (SELECT name AS form FROM party_names WHERE party_id = p.party_id
              UNION SELECT official_name FROM states WHERE party_id = p.party_id
              UNION SELECT acronym FROM organizations WHERE party_id = p.party_id
              ORDER BY 1)
        WHERE form <> p.name) AS "other_names[]",
       CASE p.kind WHEN 'state' THEN
         (SELECT json_array(json_object('scheme', 'ISO 3166-1 alpha-2', 'identifier', alpha2),
                            json_object('scheme', 'ISO 3166-1 alpha-3', 'identifier', alpha3))
          FROM states WHERE party_id = p.party_id) END AS "identifiers[]",
       p.kind AS classification,
       (SELECT json_group_array(json_object('url', source, 'note', name))
        FROM (SELECT DISTINCT d.source, d.name FROM party_names AS n JOIN party_namings AS u USING (name_id)
              JOIN document_things AS d USING (document_id)
              WHERE n.party_id = p.party_id ORDER BY d.name)) AS "sources[]"
FROM party_things AS p
ORDER BY p.name, p.id
