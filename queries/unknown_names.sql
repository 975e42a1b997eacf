/* title: Names that no word explains
   group: archive
   question: Which names stand in the texts of which the loader knows nothing, and what would make it know them?
   param: kind | text | | party, office, person, acronym or name; empty: all
   param: document | text | | name of a document, % for any letters; empty: all
   param: form | text | | the name, % for any letters; empty: all
   column: kind | party, office, person, acronym, name: what it may be
   column: form | as it stands in the texts
   column: times | how often
   column: documents | in how many documents
   column: document | one of them
   column: sentence | where it stands there
   column: file | of the words in which it would stand
   column: entry | what to add to that file; a ? is for you to fill in
   read: Many of them are words of headlines and of names of things, which need no word. A party stands behind an office
     or a delegation and "of", an office before "of" and a party; a person is nobody of the word lists and has no office
     in any document. Put entries into files of your own folder, as loader/lexicon/README.md tells, give it with --data,
     and --refresh: what is explained is gone from this list. */
WITH found AS (
  SELECT u.kind,
         replace(substr(d.text, u.start_char + 1, u.end_char - u.start_char), char(10), ' ') AS form,
         u.times,
         d.name AS document,
         u.document_id,
         u.start_char
  FROM unknowns AS u
  JOIN documents AS d ON d.document_id = u.document_id
  UNION ALL
  SELECT 'person', o.person, 1, o.document, d.document_id, o.start_char
  FROM offices AS o
  JOIN documents AS d ON d.name = o.document
  JOIN people AS p ON p.person_id = o.person_id
  WHERE NOT p.listed
    AND NOT EXISTS (SELECT 1 FROM occupancies AS held WHERE held.person_id = o.person_id AND held.role_id IS NOT NULL)
),
ranked AS (
  SELECT *,
         sum(times) OVER form_rows AS all_times,
         count(*) OVER form_rows AS all_documents,
         row_number() OVER (PARTITION BY form ORDER BY instr('party office person acronym name', kind), document) AS place
  FROM found
  WHERE (nullif(:document, '') IS NULL OR document LIKE :document)
    AND (nullif(:form, '') IS NULL OR form LIKE :form)
  WINDOW form_rows AS (PARTITION BY form)
)
SELECT kind,
       form,
       all_times AS times,
       all_documents AS documents,
       document,
       (SELECT replace(substr(d.text, s.start_char + 1, s.end_char - s.start_char), char(10), ' ')
        FROM sentences AS s
        JOIN documents AS d ON d.document_id = s.document_id
        WHERE s.document_id = ranked.document_id AND s.start_char <= ranked.start_char
        ORDER BY s.start_char DESC LIMIT 1) AS sentence,
       CASE WHEN kind = 'party' THEN 'states.json'
            WHEN kind = 'office' THEN 'roles.json'
            WHEN kind = 'acronym' THEN 'organizations.json'
            WHEN kind = 'person' OR form LIKE '% %' THEN 'people.json'
            ELSE 'places.json' END AS file,
       CASE WHEN kind = 'party' THEN
              '{"alpha2": "?", "alpha3": "?", "name": ' || json_quote(form) || ', "forms": [], "adjectives": [], "people": []}'
            WHEN kind = 'office' THEN '{"role": ' || json_quote(form) || ', "rank": "?", "forms": [], "plural": []}'
            WHEN kind = 'acronym' THEN '{"acronym": ' || json_quote(form) || ', "name": "?", "kind": "?", "forms": []}'
            WHEN kind = 'person' OR form LIKE '% %' THEN
              '{"name": ' || json_quote(form) || ', "surname": "?", "forms": [], "terms": []}'
            ELSE '{"name": ' || json_quote(form) || ', "state": "?", "capital": false, "forms": []}' END AS entry
FROM ranked
WHERE place = 1 AND (nullif(:kind, '') IS NULL OR kind = :kind)
ORDER BY times DESC, documents DESC, form;
