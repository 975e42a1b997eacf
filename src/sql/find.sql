WITH named (kind, name, id, form) AS (
  SELECT 'person', name, person_id, name FROM people
  UNION ALL SELECT 'person', p.name, p.person_id, n.name FROM people AS p JOIN personas USING (person_id)
            JOIN person_names AS n USING (persona_id)
  UNION ALL SELECT 'state', alpha3, party_id, name FROM states
  UNION ALL SELECT 'state', alpha3, party_id, official_name FROM states
  UNION ALL SELECT 'state', alpha3, party_id, alpha2 FROM states
  UNION ALL SELECT 'organization', coalesce(acronym, name), party_id, name FROM organizations
  UNION ALL SELECT kind, code, party_id, code FROM party_labels WHERE kind <> 'group'
  UNION ALL SELECT l.kind, l.code, l.party_id, n.name FROM party_labels AS l JOIN party_names AS n USING (party_id)
  UNION ALL SELECT 'meeting', name, meeting_id, name FROM meetings
  UNION ALL SELECT 'meeting', m.name, m.meeting_id, a.name FROM meetings AS m JOIN meeting_accounts AS a USING (meeting_id)
  UNION ALL SELECT 'initiative', name, initiative_id, name FROM initiatives
  UNION ALL SELECT 'initiative', i.name, i.initiative_id, p.name FROM initiatives AS i JOIN proposings AS p USING (initiative_id)
),
likened AS (
  SELECT *, scodb_likeness(form, :name) AS rank FROM named
),
likest AS (
  SELECT kind, name, id, form, min(rank) AS rank   -- form is the one with that rank
  FROM likened
  WHERE rank IS NOT NULL AND kind <> 'group'
  GROUP BY kind, id
)
SELECT kind, name, id, form, rank / 1000 AS likeness,
       CASE kind
         WHEN 'person' THEN (SELECT ifnull(r.name, '') || ifnull(', ' || l.name, '') FROM occupancies AS o
                             LEFT JOIN roles AS r ON r.role_id = o.role_id
                             LEFT JOIN party_labels AS l ON l.party_id = o.party_id
                             WHERE o.person_id = id AND (o.role_id IS NOT NULL OR o.party_id IS NOT NULL)
                             ORDER BY o.role_id IS NULL, o.fact_no DESC LIMIT 1)
         WHEN 'meeting' THEN (SELECT nullif(trim(ifnull(date, '') || ' ' || ifnull(place, '')), '') FROM meetings
                              WHERE meeting_id = id)
         WHEN 'initiative' THEN (SELECT i.kind FROM initiatives AS i WHERE i.initiative_id = id)
         ELSE (SELECT l.name FROM party_labels AS l WHERE l.party_id = id)
       END AS detail
FROM likest
ORDER BY rank, kind, name, id
