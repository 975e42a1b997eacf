/* A person of no word list is called by a name that a document gives. */
SELECT key, name FROM people AS p WHERE name = '' OR key = ''
  OR (NOT listed AND NOT EXISTS (SELECT 1 FROM person_names AS n WHERE n.person_id = p.person_id AND n.form = p.name));
