/* title: Who is who
   group: archive
   question: What did several documents speak of as one, why is it the same, and who was kept apart?
   param: kind | text | | person, meeting, initiative or instrument; empty: all
   param: name | text | | the name to show, or a form, % for any letters; empty: all
   column: kind | person, meeting, initiative, instrument
   column: canonical | the name to show
   column: verdict | one, or apart
   column: form | the name that the document uses; of people kept apart the other's name
   column: reason | why it is the same, or why not
   column: document | which uses the form; empty for people kept apart
   column: fact_id | by which the passage can be cited; empty for people kept apart
   read: The lines of one thing stand together: each document's form and the evidence that joined it to the others. For
     people this is the weakest that was needed; "the office does not tell" means that a surname fits several, or nobody
     at that time. What a single document speaks of is left out. */
WITH verdict (kind, canonical, thing_id, verdict, form, reason, document, fact_id) AS (
  SELECT kind, canonical, thing_id, 'one', form, reason, document, fact_id FROM merges
  UNION ALL
  SELECT 'person', person, person_id, 'apart', other, reason, NULL, NULL FROM namesakes
  UNION ALL
  SELECT 'person', other, other_id, 'apart', person, reason, NULL, NULL FROM namesakes
)
SELECT kind,
       canonical,
       verdict,
       form,
       reason,
       document,
       fact_id
FROM verdict
WHERE (nullif(:kind, '') IS NULL OR kind = :kind)
  AND (nullif(:name, '') IS NULL OR canonical LIKE :name OR form LIKE :name)
ORDER BY kind, canonical, verdict DESC, document, form, reason, fact_id;
