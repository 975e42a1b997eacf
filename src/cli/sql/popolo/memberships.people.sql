-- A person was named in an office; nothing tells when it began or ended.
SELECT sha1('occupancy:' || (SELECT min(fact_id) FROM citations WHERE fact_no = o.fact_no)) AS id,
       r.name AS role,
       p.id AS person_id,
       q.id AS organization_id,
       CASE WHEN r.name IS NOT NULL THEN sha1('position:' || r.name || ':' || r.rank || ':' || coalesce(q.id, '')) END AS post_id,
       (SELECT json_group_array(json_object('url', source, 'note', fact_id))
        FROM (SELECT d.source, c.fact_id FROM citations AS c JOIN document_things AS d USING (document_id)
              WHERE c.fact_no = o.fact_no ORDER BY c.fact_id)) AS "sources[]"
FROM person_things AS p
CROSS JOIN occupancies AS o ON o.person_id = p.person_id
LEFT JOIN roles AS r ON r.role_id = o.role_id
LEFT JOIN party_things AS q ON q.party_id = o.party_id
WHERE q.id IS NOT NULL OR r.name IS NOT NULL AND o.party_id IS NULL
ORDER BY p.name, p.id, r.name, q.name, q.id
