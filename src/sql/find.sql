WITH named (kind, name, id, form) AS (
  SELECT 'person', name, person_id, name FROM people
  UNION ALL SELECT 'person', p.name, p.person_id, n.form FROM people AS p JOIN person_names AS n USING (person_id)
  UNION ALL SELECT 'state', alpha3, party_id, name FROM states
  UNION ALL SELECT 'state', alpha3, party_id, official_name FROM states
  UNION ALL SELECT 'state', alpha3, party_id, alpha2 FROM states
  UNION ALL SELECT 'organization', coalesce(acronym, name), party_id, name FROM organizations
  UNION ALL SELECT kind, code, party_id, code FROM party_labels WHERE kind <> 'group'
  UNION ALL SELECT l.kind, l.code, l.party_id, n.form FROM party_labels AS l JOIN party_names AS n USING (party_id)
  UNION ALL SELECT 'meeting', name, meeting_id, name FROM meetings
  UNION ALL SELECT 'meeting', m.name, m.meeting_id, a.name FROM meetings AS m JOIN meeting_accounts AS a USING (meeting_id)
  UNION ALL SELECT 'initiative', name, initiative_id, name FROM initiatives
  UNION ALL SELECT 'initiative', i.name, i.initiative_id, p.name FROM initiatives AS i JOIN proposings AS p USING (initiative_id)
),
likened AS (
  SELECT *, scodb_likeness(form, :name) AS rank FROM named
)
SELECT kind, name, id, form, min(rank) / 1000 AS likeness   -- form is the one with that rank
FROM likened
WHERE rank IS NOT NULL AND kind <> 'group'
GROUP BY kind, id
ORDER BY min(rank), kind, name, id
