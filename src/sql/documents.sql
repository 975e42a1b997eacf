SELECT name AS document, title, publisher, uri, published, language, sha256
FROM documents
WHERE 1
/*document*/ AND name = :document
/*words*/ AND document_id IN (SELECT rowid FROM documents_fts WHERE documents_fts MATCH :words)
/*from*/ AND published >= :from
/*to*/ AND published <= :to || '~'   -- a time may follow the day
ORDER BY
/*from|to*/ + /* not by the index of names, which would mean to read all */
  name
LIMIT :limit OFFSET :offset
