/* title: Documents adopted
   group: initiatives
   question: Which declarations, statements, agreements ... were signed, adopted, approved or issued, where, by whom?
   param: party | text | | code or English name of who did it; empty: all
   param: kind | text | | declaration, statement, agreement ...; empty: all
   column: date | first day of the meeting, where one is told
   column: name | the adopted text, in the words of the document
   column: kind | declaration, statement, agreement ...
   column: action | signed, adopted, approved, issued ...
   column: party | code of who did it
   column: meeting | at which it was done
   column: document | that says so
   column: fact_id | by which the adoption can be cited
   read: A series that the document does not list piece by piece is one line. Texts that a speech only mentions are not
     here. */
SELECT m.date,
       a.name,
       a.kind,
       a.action,
       a.party,
       m.name AS meeting,
       a.document,
       a.fact_id
FROM adoptions AS a
LEFT JOIN meetings AS m ON m.meeting_id = a.meeting_id
WHERE (nullif(:party, '') IS NULL OR :party IN (a.party, a.party_name))
  AND (nullif(:kind, '') IS NULL OR a.kind = :kind)
ORDER BY m.date IS NULL, m.date, a.document, a.start_char, a.end_char, a.name, a.fact_id;
