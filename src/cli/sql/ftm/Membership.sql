-- startDate: the year of the accession, or in which a presidency begins
SELECT sha1('membership:' || p.id || ':' || o.id || ':' || s.status || ':' || s.event || ':' || coalesce(s.year, '')) AS id,
       p.id AS member,
       o.id AS organization,
       s.status AS role,
       s.event AS status,
       CAST(s.year AS TEXT) AS startDate,
       (SELECT json_group_array(fact_id)
        FROM (SELECT fact_id FROM citations WHERE fact_no = s.fact_no ORDER BY 1)) AS "recordId[]",
       (SELECT json_group_array(url)
        FROM (SELECT DISTINCT d.url FROM evidence JOIN document_things AS d USING (document_id)
              WHERE fact_no = s.fact_no AND d.url IS NOT NULL ORDER BY 1)) AS "sourceUrl[]"
FROM standings AS s
JOIN party_things AS p ON p.party_id = s.party_id
JOIN party_things AS o ON o.party_id = s.organization_id
ORDER BY o.name, p.name, s.status, s.event, s.year, 1
