-- A person was named in an office. date: the first and the last day of the documents that do; nothing tells when it began
-- or ended.
SELECT sha1('occupancy:' || (SELECT min(fact_id) FROM citations WHERE fact_no = o.fact_no)) AS id,
       p.id AS holder,
       sha1('position:' || r.name || ':' || r.rank || ':' || coalesce(q.id, '')) AS post,
       (SELECT json_group_array(day)
        FROM (SELECT min(d.day) AS day FROM evidence JOIN document_things AS d USING (document_id) WHERE fact_no = o.fact_no
              UNION SELECT max(d.day) FROM evidence JOIN document_things AS d USING (document_id) WHERE fact_no = o.fact_no)
        WHERE day IS NOT NULL) AS "date[]",
       (SELECT json_group_array(fact_id)
        FROM (SELECT fact_id FROM citations WHERE fact_no = o.fact_no ORDER BY 1)) AS "recordId[]",
       (SELECT json_group_array(url)
        FROM (SELECT DISTINCT d.url FROM evidence JOIN document_things AS d USING (document_id)
              WHERE fact_no = o.fact_no AND d.url IS NOT NULL ORDER BY 1)) AS "sourceUrl[]"
FROM person_things AS p
CROSS JOIN occupancies AS o ON o.person_id = p.person_id
JOIN roles AS r ON r.role_id = o.role_id
LEFT JOIN party_things AS q ON q.party_id = o.party_id
WHERE o.party_id IS NULL OR q.id IS NOT NULL
ORDER BY p.name, p.id, r.name, q.name, q.id
