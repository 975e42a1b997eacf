/* title: Which rule found what
   group: archive
   question: How many facts did each rule find in each document, and what does one look like?
   param: document | text | | name of one document; empty: all
   param: kind | text | | office, meeting, attendance, speech, proposal, adoption, membership; empty: all
   param: rule | text | | name of a rule, % for any letters; empty: all
   column: kind | kind of fact
   column: rule | name of the rule that found it
   column: document | in which
   column: facts | how many
   column: example | the shortest passage among them
   column: fact_id | by which that one can be cited
   read: To follow a wrong fact to its cause, look up its fact_id here or with scodb, then the rule of that name in
     loader/rules. */
WITH ranked AS (
  SELECT kind, rule, document, passage, fact_id,
         count(*) OVER (PARTITION BY kind, rule, document) AS facts,
         row_number() OVER (PARTITION BY kind, rule, document
                            ORDER BY end_char - start_char, start_char, fact_id) AS number
  FROM citations
  WHERE (nullif(:document, '') IS NULL OR document = :document)
    AND (nullif(:kind, '') IS NULL OR kind = :kind)
    AND (nullif(:rule, '') IS NULL OR rule LIKE :rule)
)
SELECT kind,
       rule,
       document,
       facts,
       passage AS example,
       fact_id
FROM ranked
WHERE number = 1
ORDER BY kind, rule, document;
