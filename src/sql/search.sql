WITH hits AS MATERIALIZED (
  SELECT rowid AS statement_id, trim(snippet(statements_fts, 0, '⟦', '⟧', ' … ', 40)) AS text, rank
  FROM statements_fts
  WHERE statements_fts MATCH :words   -- rowid has a plus: the index is gone through once, not for each row allowed
/*person*/ AND +rowid IN (
/*person*/   SELECT fact_no FROM statements WHERE person_id IN (SELECT person_id FROM people WHERE name = :person))
/*person_id*/ AND +rowid IN (
/*person_id*/   SELECT fact_no FROM statements WHERE person_id = :person_id)
/*party*/ AND +rowid IN (SELECT fact_no FROM statements WHERE party_id = :party)
/*document*/ AND +rowid IN (SELECT statement_id FROM speech WHERE document = :document)
  ORDER BY rank
  LIMIT :limit + :offset
)
SELECT kind, speaker, party, text, document, fact_id, rank
FROM (
  SELECT 'statement' AS kind, s.speaker, s.party, h.text, s.document, s.fact_id, h.rank, 1 AS part
  FROM hits AS h
  JOIN speech AS s ON s.statement_id = h.statement_id
  WHERE 1
/*document*/ AND s.document = :document
  UNION ALL
  SELECT 'document', NULL, NULL, h.text, d.name, NULL, h.rank, 2
  FROM (
    SELECT rowid AS document_id, trim(snippet(documents_fts, -1, '⟦', '⟧', ' … ', 40)) AS text, rank
    FROM documents_fts
    WHERE documents_fts MATCH :words
/*person*/ AND 0
/*person_id*/ AND 0
/*party*/ AND 0
/*document*/ AND rowid = (SELECT document_id FROM documents WHERE name = :document)
    ORDER BY rank
    LIMIT max(:limit + :offset - (SELECT count(*) FROM hits), 0)   -- they come behind
  ) AS h
  JOIN documents AS d ON d.document_id = h.document_id
)
ORDER BY part, rank, document, fact_id
LIMIT :limit OFFSET :offset
