-- What is measured, as the public views have it. A line "-- name" gives the name; tools/statements.py makes EVAL_NAME of
-- it. The columns of a relation come in the order of its fields (eval_relation.c), the rows in that of the text.

-- document
SELECT text FROM documents WHERE name = ?1;

-- forms
SELECT kind, canonical, form FROM name_forms WHERE kind <> 'meeting';

-- people
SELECT DISTINCT person FROM offices WHERE document = ?1 AND person IS NOT NULL ORDER BY person;

-- offices
SELECT person, role, party FROM offices WHERE document = ?1 AND person IS NOT NULL AND role <> ''
  GROUP BY person, role, party ORDER BY min(start_char), person, role, party;

-- meetings
SELECT meeting_id, meeting, ordinal, organization, date, place FROM calendar WHERE document = ?1
  GROUP BY meeting_id ORDER BY meeting_id;

-- attendance
SELECT meeting_id, person, party, capacity, meeting FROM attendance WHERE document = ?1
  GROUP BY meeting_id, person, party, capacity ORDER BY min(start_char), meeting_id, person, party, capacity;

-- speech: the text is cut from the document, since substr counts characters from its start for each row
SELECT speaker, mode, NULL, start_char, end_char FROM speech WHERE document = ?1 ORDER BY start_char, end_char, speaker, mode;

-- proposals
SELECT name, party FROM proposals WHERE document = ?1 GROUP BY name, party ORDER BY min(start_char), name, party;

-- adoptions
SELECT name, action, party FROM adoptions WHERE document = ?1
  GROUP BY name, party ORDER BY min(start_char), name, party;

-- membership
SELECT DISTINCT state, organization, status, event, year FROM membership WHERE document = ?1
  ORDER BY start_char, state, organization, status;
