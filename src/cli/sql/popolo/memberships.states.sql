-- A state is member, observer, dialogue partner or chair of an organization.
SELECT sha1('membership:' || p.id || ':' || o.id || ':' || s.status || ':' || s.event || ':' || coalesce(s.year, '')) AS id,
       s.status AS role,
       json_object('@type', 'Organization', 'id', p.id, 'name', p.name) AS "member{}",
       o.id AS organization_id,
       CAST(s.year AS TEXT) AS start_date,
       (SELECT json_group_array(json_object('url', source, 'note', fact_id))
        FROM (SELECT d.source, c.fact_id FROM citations AS c JOIN document_things AS d USING (document_id)
              WHERE c.fact_no = s.fact_no ORDER BY c.fact_id)) AS "sources[]"
FROM standings AS s
JOIN party_things AS p ON p.party_id = s.party_id
JOIN party_things AS o ON o.party_id = s.organization_id
ORDER BY o.name, p.name, s.status, s.event, s.year, 1
