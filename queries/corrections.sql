/* title: Corrections
   group: archive
   question: What did readers correct, by whom and why, and does it still fit the documents that are stored?
   param: kind | text | | wrong, same, different or name; empty: all
   param: effect | text | | applied, fits nothing, fits several people or contradicted; empty: all
   column: kind | wrong: a fact; same, different: two people; name: what it means
   column: subject | the fact, the two people, or the name and the party that it means
   column: effect | applied, fits nothing, fits several people or contradicted
   column: documents | how many it bears on
   column: why | the reason
   column: author | who says so
   column: date | when
   column: source | the id of the file of corrections
   read: What is not applied is kept until its document comes. Whatever fits nothing for long may name a passage that was
     replaced since; two people who fit several are to be told more exactly, by party, office or document; what is
     contradicted is so by another correction, or by a document that has both people. scodb explain shows the passage of a
     wrong fact. */
WITH touched (correction_id, document_id) AS (
  SELECT correction_id, document_id FROM correction_readings
  UNION
  SELECT correction_id, document_id FROM withdrawn
  UNION
  SELECT p.correction_id, a.document_id
  FROM corrected_people AS p
  JOIN appearances AS a ON a.persona_id = p.persona_id
)
SELECT c.kind,
       c.subject,
       c.effect,
       (SELECT count(*) FROM touched AS t WHERE t.correction_id = c.correction_id) AS documents,
       c.why,
       c.author,
       c.date,
       c.source
FROM corrected AS c
WHERE (nullif(:kind, '') IS NULL OR c.kind = :kind)
  AND (nullif(:effect, '') IS NULL OR c.effect = :effect)
ORDER BY c.effect <> 'applied', c.kind, c.subject, c.source;
