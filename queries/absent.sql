/* title: Who was absent, or not named
   group: meetings
   question: Which members of an organization are not told to have come to one of its meetings, or came without a name?
   param: organization | text | | acronym or English name; empty: all
   param: state | text | | code or English name of the member; empty: all
   param: meeting | text | | part of a meeting's name; empty: all meetings
   column: date | first day of the meeting
   column: meeting | name of the meeting
   column: organization | of which it was, and of which the state is a member
   column: state | code of the state
   column: state_name | its English name
   column: present | unnamed delegation, or not told of
   column: attendance_id | by which the unnamed delegation can be cited
   column: fact_id | by which the membership can be cited
   read: Members are those of whom a document says so, the chair among them; who acceded in a later year is left out.
     "Not told of" is silence of the documents, which does not mean that the state stayed away. */
WITH member AS (
  SELECT organization, organization_name, state, state_name, min(fact_id) AS fact_id,
         ifnull(min(year) FILTER (WHERE event = 'accession'), 0) AS since
  FROM membership
  WHERE status IN ('member', 'chair')
  GROUP BY organization, state
),
present AS (
  SELECT meeting_id, party, count(person) AS named, min(fact_id) AS attendance_id
  FROM attendance
  GROUP BY meeting_id, party
)
SELECT t.date,
       t.name AS meeting,
       m.organization,
       m.state,
       m.state_name,
       CASE WHEN p.party IS NULL THEN 'not told of' ELSE 'unnamed delegation' END AS present,
       p.attendance_id,
       m.fact_id
FROM meetings AS t
JOIN party_labels AS g ON g.party_id = t.organization_id
JOIN member AS m ON m.organization = g.code
LEFT JOIN present AS p ON p.meeting_id = t.meeting_id AND p.party = m.state
WHERE ifnull(p.named, 0) = 0
  AND (t.date IS NULL OR m.since <= CAST(substr(t.date, 1, 4) AS INTEGER))
  AND (nullif(:organization, '') IS NULL OR :organization IN (m.organization, m.organization_name))
  AND (nullif(:state, '') IS NULL OR :state IN (m.state, m.state_name))
  AND (nullif(:meeting, '') IS NULL OR t.name LIKE '%' || :meeting || '%')
ORDER BY t.date IS NULL, t.date, t.name, m.state_name, p.attendance_id;
