-- Somebody put an initiative forward: a state or organization, and the person who said so. role: proposes, offers,
-- supports, continues, invites; startDate: the year for which it is meant
SELECT sha1('proposing:' || (SELECT min(fact_id) FROM citations WHERE fact_no = g.fact_no)) AS id,
       sha1('initiative:' || k.key) AS project,
       (SELECT json_group_array(id)
        FROM (SELECT p.id UNION SELECT q.id ORDER BY 1) WHERE id IS NOT NULL) AS "participant[]",
       coalesce(g.stance, 'proposes') AS role,
       CAST(g.year AS TEXT) AS startDate,
       (SELECT json_group_array(fact_id)
        FROM (SELECT fact_id FROM citations WHERE fact_no = g.fact_no ORDER BY 1)) AS "recordId[]",
       (SELECT json_group_array(url)
        FROM (SELECT DISTINCT d.url FROM evidence JOIN document_things AS d USING (document_id)
              WHERE fact_no = g.fact_no AND d.url IS NOT NULL ORDER BY 1)) AS "sourceUrl[]"
FROM initiatives AS k
CROSS JOIN proposings AS g ON g.initiative_id = k.initiative_id
LEFT JOIN party_things AS q ON q.party_id = g.party_id
LEFT JOIN person_things AS p ON p.person_id = g.person_id
WHERE coalesce(p.id, q.id) IS NOT NULL
ORDER BY k.key, 1
