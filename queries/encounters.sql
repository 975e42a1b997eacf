/* title: Who met whom
   group: meetings
   question: Which people were at the same meetings, how often, when first and last, and how often by themselves?
   param: person | text | | any known spelling of a name, % for any letters; empty: all pairs
   param: other | text | | the same for the other of the two; empty: all
   param: party | text | | code or English name of whom either represented; empty: all
   column: person | one of the two: the first by name, or the one asked for
   column: party | code of whom this one represented, at the first of these meetings
   column: other | the other
   column: other_party | code of whom the other represented there
   column: meetings | number of meetings at which both were
   column: alone | how many of these had two parties only, as talks have
   column: first_day | day of the first of them
   column: last_day | day of the last
   column: last_meeting | name of the last
   column: fact_id | by which the presence of the first can be cited, at the last of these meetings
   read: Being at one meeting is no talk: "alone" comes nearer to it. People of one delegation are not counted as having
     met. */
WITH present AS (
  SELECT a.meeting_id, a.person_id, min(a.person) AS person, min(a.party) AS party, min(a.party_name) AS party_name,
         min(a.fact_id) AS fact_id
  FROM attendance AS a
  WHERE a.person_id IS NOT NULL
  GROUP BY a.meeting_id, a.person_id
),
meeting AS (
  SELECT m.meeting_id, m.date, m.name, count(DISTINCT a.party_id) = 2 AS alone
  FROM meetings AS m
  JOIN attendance AS a ON a.meeting_id = m.meeting_id
  GROUP BY m.meeting_id
),
asked AS (
  SELECT p.*,
         nullif(:person, '') IS NULL
           OR p.person IN (SELECT canonical FROM name_forms WHERE kind = 'person' AND form LIKE :person) AS is_one,
         nullif(:other, '') IS NULL
           OR p.person IN (SELECT canonical FROM name_forms WHERE kind = 'person' AND form LIKE :other) AS is_other
  FROM present AS p
),
met AS (
  SELECT a.person_id, a.person, a.party, b.person_id AS other_id, b.person AS other, b.party AS other_party,
         m.date, m.name, m.alone, a.fact_id,
         row_number() OVER (PARTITION BY a.person_id, b.person_id ORDER BY m.date IS NULL, m.date, m.name, a.fact_id) AS first,
         row_number() OVER (PARTITION BY a.person_id, b.person_id
                            ORDER BY m.date DESC, m.name DESC, a.fact_id DESC) AS last
  FROM asked AS a
  JOIN asked AS b ON b.meeting_id = a.meeting_id AND b.person_id <> a.person_id AND b.party IS NOT a.party
  JOIN meeting AS m ON m.meeting_id = a.meeting_id
  WHERE a.is_one AND b.is_other
    AND (NOT (a.is_other AND b.is_one) OR a.person < b.person OR (a.person = b.person AND a.person_id < b.person_id))
    AND (nullif(:party, '') IS NULL OR :party IN (a.party, a.party_name, b.party, b.party_name))
)
SELECT max(person) AS person,
       max(party) FILTER (WHERE first = 1) AS party,
       max(other) AS other,
       max(other_party) FILTER (WHERE first = 1) AS other_party,
       count(*) AS meetings,
       sum(alone) AS alone,
       min(date) AS first_day,
       max(date) AS last_day,
       max(name) FILTER (WHERE last = 1) AS last_meeting,
       max(fact_id) FILTER (WHERE last = 1) AS fact_id
FROM met
GROUP BY person_id, other_id
ORDER BY meetings DESC, alone DESC, person, other, fact_id;
