/* The full-text index knows each document and each statement, and no other. What it has of their words is compared by
   its own integrity-check, which writes and so stands in the unit tests. */
SELECT 'document', document_id FROM documents WHERE document_id NOT IN (SELECT id FROM documents_fts_docsize);
SELECT 'no document', id FROM documents_fts_docsize WHERE id NOT IN (SELECT document_id FROM documents);
SELECT 'statement', fact_no FROM statements WHERE fact_no NOT IN (SELECT id FROM statements_fts_docsize);
SELECT 'no statement', id FROM statements_fts_docsize WHERE id NOT IN (SELECT fact_no FROM statements);
