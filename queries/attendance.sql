/* title: Who attended which meeting, and at what level
   group: meetings
   question: Who took part in each meeting, for whom, in which office and capacity?
   param: meeting | text | | part of a meeting's name; empty: all meetings
   param: party | text | | code or English name of a state or organization; empty: all
   param: person | text | | any known spelling of a name, % for any letters; empty: all
   column: date | first day of the meeting
   column: meeting | name of the meeting
   column: party_name | whom the participant represented
   column: person | name; empty where the documents name nobody
   column: office | office in which the document names the person
   column: level | level of that office; for the others, named or not named
   column: capacity | chair, participant, guest, observer
   column: fact_id | by which it can be cited, in the first document that says so
   read: A party without a name sent somebody whom the documents leave unnamed. A person without an office is named
     without one in that document; offices from elsewhere are not filled in. */
WITH level (rank, step) AS (
  VALUES ('head of state', 1), ('head of government', 2), ('head of organization', 3), ('deputy head', 4),
         ('minister', 5), ('deputy minister', 6), ('ambassador', 7), ('official', 8), ('other', 9)
),
told AS (
  SELECT a.meeting_id, a.party, a.party_name, a.person, a.person_id, a.capacity, a.document, a.fact_id,
         o.role AS office, o.rank
  FROM attendance AS a
  LEFT JOIN offices AS o ON o.document = a.document AND o.person_id = a.person_id
),
participant AS (
  SELECT m.date, m.name AS meeting, t.*,
         min(t.fact_id) OVER (PARTITION BY t.meeting_id) AS first_id,
         row_number() OVER (PARTITION BY t.meeting_id, t.party, t.person_id, t.capacity
                            ORDER BY t.office IS NULL, t.document) AS number
  FROM told AS t
  JOIN meetings AS m ON m.meeting_id = t.meeting_id
)
SELECT p.date,
       p.meeting,
       p.party_name,
       p.person,
       p.office,
       CASE WHEN p.person IS NULL THEN 'not named' ELSE coalesce(p.rank, 'named') END AS level,
       p.capacity,
       p.fact_id
FROM participant AS p
LEFT JOIN level AS l ON l.rank = p.rank
WHERE p.number = 1
  AND (nullif(:meeting, '') IS NULL OR p.meeting LIKE '%' || :meeting || '%')
  AND (nullif(:party, '') IS NULL OR :party IN (p.party, p.party_name))
  AND (nullif(:person, '') IS NULL
       OR p.person IN (SELECT canonical FROM name_forms WHERE kind = 'person' AND form LIKE :person))
ORDER BY p.date IS NULL, p.date, p.meeting, p.first_id, p.capacity <> 'chair', p.person IS NULL, ifnull(l.step, 10),
         p.party_name, p.person, p.fact_id;
