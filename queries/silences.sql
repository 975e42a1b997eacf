/* title: What some documents leave out
   group: sources
   question: Of a meeting that several documents tell of, who or what is in some of them only?
   param: meeting | text | | part of a meeting's name; empty: all meetings
   param: document | text | | name of a document that leaves it out; empty: all
   param: kind | text | | participant or adoption; empty: both
   column: date | first day of the meeting
   column: meeting | name of the meeting
   column: kind | participant or adoption
   column: what | the person, the party of an unnamed delegation, or the adopted document
   column: told | number of documents that tell of it
   column: silent | number of documents that tell of the meeting and not of it
   column: left_out_by | the documents that leave it out
   column: fact_id | by which the first that tells of it can be cited
   read: A document may leave out what it takes for granted, or tell of a part of the meeting only; one that says "and
     others" leaves out nobody. A single witness is no proof, and many may have copied one. */
WITH account AS (
  SELECT meeting_id, document, count(*) OVER (PARTITION BY meeting_id) AS accounts
  FROM (SELECT DISTINCT meeting_id, document FROM calendar)
),
told AS (
  SELECT meeting_id, 'participant' AS kind, ifnull('person ' || person_id, 'party ' || party_id) AS thing,
         ifnull(person, party_name) AS what, document, fact_id
  FROM attendance
  UNION ALL
  SELECT a.meeting_id, 'adoption', a.instrument_id, i.name, c.document, c.fact_id
  FROM instrument_acts AS a
  JOIN instruments AS i ON i.instrument_id = a.instrument_id
  JOIN citations AS c ON c.fact_no = a.fact_no
),
thing AS (
  SELECT meeting_id, kind, thing, what, count(DISTINCT document) AS told, min(fact_id) AS fact_id
  FROM told
  GROUP BY meeting_id, kind, thing
),
silence AS (
  SELECT t.*, a.accounts - t.told AS silent, a.document
  FROM thing AS t
  JOIN account AS a ON a.meeting_id = t.meeting_id AND a.accounts > t.told
  LEFT JOIN (SELECT DISTINCT meeting_id, kind, thing, document FROM told) AS s
    ON s.meeting_id = t.meeting_id AND s.kind = t.kind AND s.thing = t.thing AND s.document = a.document
  WHERE s.document IS NULL
    AND (nullif(:kind, '') IS NULL OR t.kind = :kind)
  ORDER BY a.document
)
SELECT m.date,
       m.name AS meeting,
       s.kind,
       s.what,
       s.told,
       s.silent,
       group_concat(s.document, ', ') AS left_out_by,
       s.fact_id
FROM silence AS s
JOIN meetings AS m ON m.meeting_id = s.meeting_id
WHERE nullif(:meeting, '') IS NULL OR m.name LIKE '%' || :meeting || '%'
GROUP BY s.meeting_id, s.kind, s.thing
HAVING nullif(:document, '') IS NULL OR max(s.document = :document)
ORDER BY m.date IS NULL, m.date, m.name, s.meeting_id, s.kind, s.told DESC, s.what, s.fact_id;
