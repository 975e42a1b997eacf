/* title: Meetings that the archive lacks
   group: archive
   question: Which numbers are missing in the series of an organization's meetings?
   param: organization | text | | acronym or English name; empty: all
   column: organization | of which the meetings are
   column: body | of the organization, as heads of state
   column: first_missing | number of the first meeting that no document tells of
   column: last_missing | number of the last of them in a row
   column: missing | how many
   column: meeting_before | name of the meeting before
   column: date_before | its first day
   column: meeting_after | name of the meeting after
   column: date_after | its first day
   column: fact_id | by which the meeting after can be cited
   read: Only series whose meetings the documents number. What came before the first that is told of, and after the last,
     is not counted as missing. */
WITH series AS (   -- SCO/heads of state#24 and SCO/heads of state/restricted#24: meeting 24 of that body
  SELECT meeting_id, substr(key, instr(key, '/') + 1, instr(key, '#') - instr(key, '/') - 1) || '/' AS path
  FROM meeting_keys
  WHERE instr(key, '#') > 0 AND instr(key, '/') > 0
),
body AS (
  SELECT meeting_id,
         max(CASE WHEN path LIKE 'meeting/%' OR path LIKE 'session/%' THEN rtrim(path, '/')
                  ELSE substr(path, 1, instr(path, '/') - 1) END) AS body
  FROM series
  GROUP BY meeting_id
),
told AS (
  SELECT meeting_id, min(fact_id) AS fact_id FROM calendar GROUP BY meeting_id
),
numbered AS (
  SELECT g.code AS organization, g.name AS organization_name, b.body, m.ordinal, m.name, m.date, t.fact_id,
         lag(m.ordinal) OVER series AS ordinal_before,
         lag(m.name) OVER series AS name_before,
         lag(m.date) OVER series AS date_before
  FROM meetings AS m
  JOIN body AS b ON b.meeting_id = m.meeting_id
  JOIN party_labels AS g ON g.party_id = m.organization_id
  JOIN told AS t ON t.meeting_id = m.meeting_id
  WHERE m.ordinal IS NOT NULL
  WINDOW series AS (PARTITION BY m.organization_id, b.body ORDER BY m.ordinal, m.date, t.fact_id)
)
SELECT organization,
       body,
       ordinal_before + 1 AS first_missing,
       ordinal - 1 AS last_missing,
       ordinal - ordinal_before - 1 AS missing,
       name_before AS meeting_before,
       date_before,
       name AS meeting_after,
       date AS date_after,
       fact_id
FROM numbered
WHERE ordinal > ordinal_before + 1
  AND (nullif(:organization, '') IS NULL OR :organization IN (organization, organization_name))
ORDER BY organization, body, ordinal, fact_id;
