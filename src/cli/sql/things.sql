-- Goes before every statement of the exports: things with an id that is a function of the texts, whatever the order in
-- which they were loaded. sha1, passage and percent are functions of the program (export_sql.c).
WITH
-- day: of the first meeting it tells of, else of publication; url: the address, if it is one that others may follow;
-- source: that, or a name of our own
document_things (document_id, id, name, title, publisher, published, day, language, sha256, url, source) AS NOT MATERIALIZED (
  SELECT document_id, sha1('document:' || name), name, title, publisher, substr(published, 1, 10),
         coalesce((SELECT min(m.date) FROM meeting_keys AS k JOIN meetings AS m ON m.meeting_id = k.meeting_id
                   WHERE k.document_id = d.document_id), substr(published, 1, 10)),
         language, sha256, url, coalesce(url, 'urn:scodb:document:' || percent(name))
  FROM (SELECT *, CASE WHEN (uri GLOB 'http://?*' OR uri GLOB 'https://?*') AND length(uri) <= 2000
                            AND uri NOT GLOB '*[' || char(1) || '- "<>\^`{|}' || char(127) || '-' || char(160) || ']*'
                       THEN uri END AS url
        FROM documents) AS d
),
-- two people of one name are told apart by the first fact that names them
person_things (person_id, id, name) AS NOT MATERIALIZED (
  SELECT p.person_id,
         sha1('person:' || p.name
              || CASE WHEN EXISTS (SELECT 1 FROM people AS o WHERE o.name = p.name AND o.person_id <> p.person_id)
                 THEN ':' || coalesce((SELECT min(fact_id) FROM offices AS o WHERE o.person_id = p.person_id), '') ELSE '' END),
         p.name
  FROM people AS p
),
-- states and organizations; several together are none
party_things (party_id, id, kind, code, name) AS NOT MATERIALIZED (
  SELECT p.party_id, sha1(p.kind || ':' || p.name), coalesce(o.kind, p.kind), p.name, coalesce(s.name, o.name)
  FROM parties AS p
  LEFT JOIN states AS s ON s.party_id = p.party_id
  LEFT JOIN organizations AS o ON o.party_id = p.party_id
  WHERE p.kind <> 'group'
),
meeting_things (meeting_id, id, name, date, place, ordinal, organization_id) AS NOT MATERIALIZED (
  SELECT m.meeting_id,
         sha1('meeting:' || coalesce((SELECT min(c.fact_id) FROM meeting_accounts AS a JOIN citations AS c USING (fact_no)
                                      WHERE a.meeting_id = m.meeting_id), m.name)),
         m.name, m.date, m.place, m.ordinal, m.organization_id
  FROM meetings AS m
)
