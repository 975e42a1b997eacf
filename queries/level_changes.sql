/* title: Who came at another level than before
   group: meetings
   question: Which party sent somebody of a higher or lower level than to the meeting before, or than to another meeting?
   param: meeting | text | | part of a meeting's name; empty: all meetings
   param: other | text | | part of the name of a meeting to compare with; empty: the one before of the same body
   param: organization | text | | acronym or English name; empty: meetings of all organizations, and of none
   param: party | text | | code or English name of a state or organization; empty: all
   column: date | first day of the meeting
   column: meeting | name of the meeting
   column: party | code of the state or organization
   column: party_name | its English name
   column: person | who had the highest level there
   column: level | that level
   column: change | higher or lower than before
   column: level_before | level at the meeting with which it is compared
   column: person_before | who had it
   column: meeting_before | name of that meeting
   column: date_before | its first day
   column: fact_id | by which the presence can be cited
   column: fact_id_before | by which the presence before can be cited
   read: The one before is the last meeting of the same body, or talks of the same two, to which the party is told to
     have come with somebody whose office is known. Meetings with nobody named, or nobody in an office, are passed
     over. */
WITH level (rank, step) AS (
  VALUES ('head of state', 1), ('head of government', 2), ('head of organization', 3), ('deputy head', 4),
         ('minister', 5), ('deputy minister', 6), ('ambassador', 7), ('official', 8), ('other', 9)
),
body AS (   -- SCO/heads of state@2024-07-04 and SCO/heads of state#24 are keys of meetings of one body
  SELECT meeting_id, min(substr(key, 1, instr(replace(key, '#', '@'), '@') - 1)) AS body
  FROM meeting_keys
  WHERE instr(replace(key, '#', '@'), '@') > 1
  GROUP BY meeting_id
),
told AS (
  SELECT a.meeting_id, a.party, a.party_name, a.person, o.rank AS level, l.step, a.fact_id,
         row_number() OVER (PARTITION BY a.meeting_id, a.party ORDER BY l.step, a.person, a.fact_id) AS place
  FROM attendance AS a   -- a cross join keeps the order, which is the fast one
  CROSS JOIN offices AS o ON o.document = a.document AND o.person_id = a.person_id
  CROSS JOIN level AS l ON l.rank = o.rank
  WHERE a.party IS NOT NULL
    AND (nullif(:party, '') IS NULL OR :party IN (a.party, a.party_name))
),
present AS (
  SELECT t.*, m.date, m.name AS meeting, m.organization_id,
         lag(t.meeting_id) OVER (PARTITION BY t.party, ifnull(b.body, t.meeting_id)
                                 ORDER BY m.date, m.name, t.fact_id) AS last_id
  FROM told AS t
  JOIN meetings AS m ON m.meeting_id = t.meeting_id
  LEFT JOIN body AS b ON b.meeting_id = t.meeting_id
  WHERE t.place = 1 AND m.date IS NOT NULL
),
compared AS (
  SELECT meeting_id, party, last_id AS other_id FROM present WHERE nullif(:other, '') IS NULL
  UNION ALL
  SELECT p.meeting_id, p.party, m.meeting_id
  FROM present AS p
  JOIN meetings AS m ON m.meeting_id <> p.meeting_id AND m.name LIKE '%' || :other || '%'
  WHERE nullif(:other, '') IS NOT NULL
)
SELECT p.date,
       p.meeting,
       p.party,
       p.party_name,
       p.person,
       p.level,
       CASE WHEN p.step < q.step THEN 'higher' ELSE 'lower' END AS change,
       q.level AS level_before,
       q.person AS person_before,
       q.meeting AS meeting_before,
       q.date AS date_before,
       p.fact_id,
       q.fact_id AS fact_id_before
FROM compared AS c
JOIN present AS p ON p.meeting_id = c.meeting_id AND p.party = c.party
JOIN present AS q ON q.meeting_id = c.other_id AND q.party = c.party
LEFT JOIN party_labels AS g ON g.party_id = p.organization_id
WHERE p.step <> q.step
  AND (nullif(:meeting, '') IS NULL OR p.meeting LIKE '%' || :meeting || '%')
  AND (nullif(:organization, '') IS NULL OR :organization IN (g.code, g.name))
ORDER BY p.date, p.meeting, p.party_name, q.date, q.meeting, p.fact_id, q.fact_id;
