/* title: Meetings
   group: meetings
   question: Which meetings were held, when and where, by whom, and who is told to have come?
   param: organization | text | | acronym or English name; empty: all, and meetings of none
   param: meeting | text | | part of a meeting's name; empty: all
   column: date | first day
   column: place | city
   column: meeting | name of the meeting
   column: organization | of which it was
   column: ordinal | its number in the series
   column: chair | who chaired or hosted it: the first of the people by name, else the party
   column: parties | number of states and organizations told to have come
   column: people | number of people named
   column: documents | number of documents that tell of it
   column: fact_id | by which the first of them can be cited
   read: Name, date and place are settled from what the documents say; where they differ, the report differences shows
     each of them. */
WITH present AS (
  SELECT meeting_id,
         count(DISTINCT party) AS parties,
         count(DISTINCT person_id) AS people,
         coalesce(min(person) FILTER (WHERE capacity = 'chair'),
                  min(party_name) FILTER (WHERE capacity = 'chair')) AS chair
  FROM attendance
  GROUP BY meeting_id
),
told AS (
  SELECT meeting_id, count(*) AS documents, min(fact_id) AS fact_id FROM calendar GROUP BY meeting_id
)
SELECT m.date,
       m.place,
       m.name AS meeting,
       g.code AS organization,
       m.ordinal,
       p.chair,
       ifnull(p.parties, 0) AS parties,
       ifnull(p.people, 0) AS people,
       t.documents,
       t.fact_id
FROM meetings AS m
JOIN told AS t USING (meeting_id)
LEFT JOIN present AS p USING (meeting_id)
LEFT JOIN party_labels AS g ON g.party_id = m.organization_id
WHERE (nullif(:organization, '') IS NULL OR :organization IN (g.code, g.name))
  AND (nullif(:meeting, '') IS NULL OR m.name LIKE '%' || :meeting || '%')
ORDER BY m.date IS NULL, m.date, m.name, t.fact_id;
