SELECT DISTINCT kind, canonical, form   -- the view name_forms, each part narrowed by itself
FROM (
  SELECT 'person' AS kind, p.name AS canonical, n.name AS form FROM people AS p
  JOIN personas AS a ON a.person_id = p.person_id JOIN person_names AS n ON n.persona_id = a.persona_id
  WHERE 1
/*person*/ AND p.name = :person
/*person_id*/ AND p.person_id = :person_id
/*party*/ AND 0
  UNION ALL SELECT 'person', name, name FROM people
  WHERE 1
/*person*/ AND name = :person
/*person_id*/ AND person_id = :person_id
/*party*/ AND 0
  UNION ALL SELECT l.kind, l.code, n.name FROM party_labels AS l JOIN party_names AS n ON n.party_id = l.party_id
  WHERE 1
/*person*/ AND 0
/*person_id*/ AND 0
/*party*/ AND l.party_id = :party
  UNION ALL SELECT kind, code, name FROM party_labels
  WHERE kind <> 'group'
/*person*/ AND 0
/*person_id*/ AND 0
/*party*/ AND party_id = :party
  UNION ALL SELECT 'state', alpha3, official_name FROM states
  WHERE official_name IS NOT NULL
/*person*/ AND 0
/*person_id*/ AND 0
/*party*/ AND party_id = :party
  UNION ALL SELECT 'meeting', m.name, a.name FROM meetings AS m JOIN meeting_accounts AS a ON a.meeting_id = m.meeting_id
  WHERE 1
/*person*/ AND 0
/*person_id*/ AND 0
/*party*/ AND 0
)
WHERE 1
/*kind*/ AND kind = :kind
ORDER BY kind, canonical, form
LIMIT :limit OFFSET :offset
