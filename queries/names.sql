/* title: Names and their spellings
   group: archive
   question: Under which spellings do people, states, organizations and meetings go?
   param: kind | text | | person, state, organization or meeting; empty: all
   param: name | text | | any spelling or code, % for any letters; empty: all
   column: kind | person, state, organization, meeting
   column: canonical | name or code by which the other reports show it
   column: form | a spelling
   column: forms | number of spellings known
   read: Any of these spellings can be given where a report asks for a person's name. */
SELECT kind,
       canonical,
       form,
       count(*) OVER (PARTITION BY kind, canonical) AS forms
FROM name_forms
WHERE (nullif(:kind, '') IS NULL OR kind = :kind)
  AND (nullif(:name, '') IS NULL
       OR canonical IN (SELECT canonical FROM name_forms WHERE form LIKE :name OR canonical LIKE :name))
ORDER BY kind, canonical, form;
