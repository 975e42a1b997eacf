/* title: Who sent whom
   group: meetings
   question: Which party sent whom to which meeting?
   param: party | text | | code or English name of a state or organization; empty: all
   param: organization | text | | acronym or English name; empty: meetings of all organizations, and of none
   column: party | code of the state or organization
   column: party_name | its English name
   column: date | first day of the meeting
   column: meeting | name of the meeting
   column: capacity | chair, participant, guest, observer: the first of these that one of the delegation had
   column: head | who of the delegation has the highest office; empty where nobody is named
   column: office | that office
   column: others | who else is named
   read: One line for each party and meeting. No name means that the documents speak of a delegation, a representative
     or a leader and leave it at that. The passages are in the report attendance. */
WITH level (rank, step) AS (
  VALUES ('head of state', 1), ('head of government', 2), ('head of organization', 3), ('deputy head', 4),
         ('minister', 5), ('deputy minister', 6), ('ambassador', 7), ('official', 8), ('other', 9)
),
told AS (
  SELECT a.meeting_id, a.party, a.party_name, a.person, a.person_id, a.capacity, a.fact_id,
         o.role AS office, o.rank
  FROM attendance AS a
  LEFT JOIN offices AS o ON o.document = a.document AND o.person_id = a.person_id
  WHERE a.party IS NOT NULL
    AND (nullif(:party, '') IS NULL OR :party IN (a.party, a.party_name))
),
present AS (
  SELECT t.*,
         ifnull(l.step, 10) AS step,
         min(CASE t.capacity WHEN 'chair' THEN 1 WHEN 'participant' THEN 2 WHEN 'guest' THEN 3 ELSE 4 END)
           OVER (PARTITION BY t.meeting_id, t.party) AS best,
         row_number() OVER (PARTITION BY t.meeting_id, t.party, t.person_id
                            ORDER BY ifnull(l.step, 10), t.office, t.fact_id) AS telling
  FROM told AS t
  LEFT JOIN level AS l ON l.rank = t.rank
),
delegation AS (
  SELECT *,
         row_number() OVER seniority AS place,
         group_concat(person, ', ') OVER (seniority ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS others
  FROM present
  WHERE telling = 1
  WINDOW seniority AS (PARTITION BY meeting_id, party ORDER BY person IS NULL, step, person, fact_id)
)
SELECT d.party,
       d.party_name,
       m.date,
       m.name AS meeting,
       CASE d.best WHEN 1 THEN 'chair' WHEN 2 THEN 'participant' WHEN 3 THEN 'guest' ELSE 'observer' END
         AS capacity,
       d.person AS head,
       d.office,
       d.others
FROM delegation AS d
JOIN meetings AS m ON m.meeting_id = d.meeting_id
LEFT JOIN party_labels AS g ON g.party_id = m.organization_id
WHERE d.place = 1
  AND (nullif(:organization, '') IS NULL OR :organization IN (g.code, g.name))
ORDER BY d.party_name, m.date IS NULL, m.date, m.name, d.fact_id;
