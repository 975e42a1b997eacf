/* title: How each publisher tells of the same meeting
   group: sources
   question: Of a meeting that several documents tell of, what does each of them tell, and whom does it let speak most?
   param: meeting | text | | part of a meeting's name; empty: all meetings
   param: publisher | text | | name of a publisher, % for any letters: meetings that it tells of; empty: all
   column: date | first day of the meeting
   column: meeting | name of the meeting
   column: document | one of those that tell of it
   column: publisher | who published it
   column: days_after | days from the meeting to the publication
   column: characters | length of the whole text
   column: present | people and unnamed delegations that it tells to have come
   column: only_here | how many of these no other document tells of
   column: statements | said there, quoted or reported
   column: quoted | how many of these in quotation marks
   column: adoptions | documents that it tells to have been signed, adopted, approved or issued there
   column: speaks_most | who has the most words there: a person's name, a party's code, or group
   column: share | percent of all words said there that are this speaker's, by length
   column: fact_id | by which the account of the meeting can be cited
   read: The lines of one meeting stand together. Whom a document lets speak at length, and whom it leaves out, tells as
     much of its publisher as of the meeting. */
WITH shared AS (
  SELECT meeting_id
  FROM calendar AS c
  JOIN documents AS d ON d.name = c.document
  GROUP BY meeting_id
  HAVING count(*) > 1 AND (nullif(:publisher, '') IS NULL OR max(d.publisher LIKE :publisher))
),
attendee AS (
  SELECT meeting_id, document, count(*) AS present, count(*) FILTER (WHERE tellers = 1) AS only_here
  FROM (SELECT meeting_id, document, count(*) OVER (PARTITION BY meeting_id, who) AS tellers
        FROM (SELECT DISTINCT meeting_id, document, ifnull('p' || person_id, party) AS who
              FROM attendance
              WHERE meeting_id IN (SELECT meeting_id FROM shared)))
  GROUP BY meeting_id, document
),
said AS (
  SELECT meeting_id, document, speaker, count(*) AS statements,
         count(*) FILTER (WHERE mode = 'direct') AS quoted,
         sum(end_char - start_char) AS length
  FROM speech
  WHERE meeting_id IN (SELECT meeting_id FROM shared)
  GROUP BY meeting_id, document, speaker
),
placed AS (
  SELECT *, row_number() OVER (PARTITION BY meeting_id, document ORDER BY length DESC, speaker) AS place FROM said
),
voice AS (
  SELECT meeting_id, document, sum(statements) AS statements, sum(quoted) AS quoted,
         max(speaker) FILTER (WHERE place = 1) AS speaker,
         CAST(round(100.0 * max(length) / sum(length)) AS INTEGER) AS share
  FROM placed
  GROUP BY meeting_id, document
),
adopted AS (
  SELECT meeting_id, document, count(*) AS adoptions FROM adoptions GROUP BY meeting_id, document
)
SELECT m.date,
       m.name AS meeting,
       c.document,
       d.publisher,
       CAST(julianday(substr(d.published, 1, 10)) - julianday(m.date) AS INTEGER) AS days_after,
       length(d.text) AS characters,
       ifnull(a.present, 0) AS present,
       ifnull(a.only_here, 0) AS only_here,
       ifnull(v.statements, 0) AS statements,
       ifnull(v.quoted, 0) AS quoted,
       ifnull(o.adoptions, 0) AS adoptions,
       v.speaker AS speaks_most,
       v.share,
       c.fact_id
FROM shared AS s
JOIN calendar AS c ON c.meeting_id = s.meeting_id
JOIN meetings AS m ON m.meeting_id = s.meeting_id
JOIN documents AS d ON d.name = c.document
LEFT JOIN attendee AS a ON a.meeting_id = s.meeting_id AND a.document = c.document
LEFT JOIN voice AS v ON v.meeting_id = s.meeting_id AND v.document = c.document
LEFT JOIN adopted AS o ON o.meeting_id = s.meeting_id AND o.document = c.document
WHERE nullif(:meeting, '') IS NULL OR m.name LIKE '%' || :meeting || '%'
ORDER BY m.date IS NULL, m.date, m.name, min(c.fact_id) OVER (PARTITION BY s.meeting_id), d.publisher IS NULL,
         d.publisher, c.document;
