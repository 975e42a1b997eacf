-- Every fact of every document: where it stands and what it says. Several documents that state one fact have a body of
-- one id. The words of the passage stand in the target only. What the members of a body mean is told in the schema, by
-- the columns of the views.
SELECT 'urn:scodb:evidence:' || percent(c.fact_id) AS id,
       'Annotation' AS type,
       CASE WHEN c.kind IN ('office', 'meeting') THEN 'identifying' ELSE 'describing' END AS motivation,
       json_object('type', 'Software', 'name', (SELECT value FROM about WHERE key = 'made by'), 'rule', c.rule) AS "generator{}",
       json_patch(
         json_object('id', 'urn:scodb:fact:' || percent((SELECT min(o.fact_id) FROM citations AS o WHERE o.fact_no = c.fact_no)),
                     'type', upper(substr(c.kind, 1, 1)) || substr(c.kind, 2)),
         CASE c.kind
           WHEN 'office' THEN
             (SELECT json_object('person', p.name, 'role', r.name, 'rank', r.rank, 'party', l.code, 'party_name', l.name)
              FROM occupancies AS o
              JOIN people AS p ON p.person_id = o.person_id
              LEFT JOIN roles AS r ON r.role_id = o.role_id
              LEFT JOIN party_labels AS l ON l.party_id = o.party_id
              WHERE o.fact_no = c.fact_no)
           WHEN 'meeting' THEN
             (SELECT json_object('meeting', a.name, 'ordinal', a.ordinal, 'organization', l.code, 'organization_name', l.name,
                                 'date', a.date, 'place', a.place)
              FROM meeting_accounts AS a
              LEFT JOIN party_labels AS l ON l.party_id = a.organization_id
              WHERE a.fact_no = c.fact_no)
           WHEN 'attendance' THEN
             (SELECT json_object('meeting', m.name, 'date', m.date, 'person', p.name, 'party', l.code, 'party_name', l.name,
                                 'capacity', t.capacity)
              FROM participations AS t
              JOIN meetings AS m ON m.meeting_id = t.meeting_id
              LEFT JOIN people AS p ON p.person_id = t.person_id
              LEFT JOIN party_labels AS l ON l.party_id = t.party_id
              WHERE t.fact_no = c.fact_no)
           WHEN 'speech' THEN
             (SELECT json_object('speaker', coalesce(p.name, l.code), 'speaker_kind', iif(p.name IS NULL, l.kind, 'person'),
                                 'party', l.code, 'party_name', l.name, 'mode', n.mode, 'verb', n.verb, 'act', n.act,
                                 'category', s.category, 'meeting', m.name, 'date', m.date,
                                 'topics', json((SELECT json_group_array(name)
                                            FROM (SELECT name FROM topics WHERE s.topics & bit ORDER BY name))))
              FROM statements AS s
              JOIN manners AS n ON n.manner_id = s.manner_id
              LEFT JOIN people AS p ON p.person_id = s.person_id
              LEFT JOIN party_labels AS l ON l.party_id = s.party_id
              LEFT JOIN meetings AS m ON m.meeting_id = s.meeting_id
              WHERE s.fact_no = c.fact_no)
           WHEN 'proposal' THEN
             (SELECT json_object('initiative', g.name, 'kind', i.kind, 'stance', g.stance, 'party', l.code,
                                 'party_name', l.name, 'person', p.name, 'year', g.year, 'quantity', g.quantity,
                                 'unit', g.unit, 'beneficiary', coalesce(b.code, g.beneficiary))
              FROM proposings AS g
              JOIN initiatives AS i ON i.initiative_id = g.initiative_id
              JOIN party_labels AS l ON l.party_id = g.party_id
              LEFT JOIN people AS p ON p.person_id = g.person_id
              LEFT JOIN party_labels AS b ON b.party_id = g.beneficiary_id
              WHERE g.fact_no = c.fact_no)
           WHEN 'adoption' THEN
             (SELECT json_object('instrument', a.name, 'kind', i.kind, 'action', a.action, 'party', l.code,
                                 'party_name', l.name, 'meeting', m.name, 'date', m.date)
              FROM instrument_acts AS a
              JOIN instruments AS i ON i.instrument_id = a.instrument_id
              JOIN party_labels AS l ON l.party_id = a.party_id
              LEFT JOIN meetings AS m ON m.meeting_id = a.meeting_id
              WHERE a.fact_no = c.fact_no)
           WHEN 'membership' THEN
             (SELECT json_object('state', l.code, 'state_name', l.name, 'organization', o.code, 'organization_name', o.name,
                                 'status', m.status, 'event', m.event, 'year', m.year)
              FROM standings AS m
              JOIN party_labels AS l ON l.party_id = m.party_id
              JOIN party_labels AS o ON o.party_id = m.organization_id
              WHERE m.fact_no = c.fact_no)
         END) AS "body{}",
       json_object(
         'type', 'SpecificResource',
         'source', json_patch('{}', json_object('id', d.source, 'type', 'Text', 'format', 'text/plain',
                                                'language', d.language, 'document', d.name, 'dcterms:title', d.title,
                                                'dcterms:publisher', d.publisher, 'dcterms:issued', d.published,
                                                'canonical', 'urn:scodb:sha256:' || d.sha256)),
         'selector', json_array(
           json_object('type', 'TextPositionSelector', 'start', c.start_char, 'end', c.end_char),
           json_object('type', 'TextQuoteSelector',
                       'exact', passage(c.document_id, c.start_char, c.end_char),
                       'prefix', passage(c.document_id, max(c.start_char - 32, 0), c.start_char),
                       'suffix', passage(c.document_id, c.end_char, c.end_char + 32)))) AS "target{}"
FROM document_things AS d
CROSS JOIN citations AS c ON c.document_id = d.document_id
ORDER BY d.name, c.start_char, c.end_char, c.fact_id
