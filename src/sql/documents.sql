SELECT name AS document, title, publisher, uri, published, language, sha256
FROM documents
WHERE 1
/*document*/ AND name = :document
/*words*/ AND document_id IN (SELECT rowid FROM documents_fts WHERE documents_fts MATCH :words)
/*from*/ AND substr(published, 1, 10) >= :from
/*to*/ AND substr(published, 1, 10) <= :to
ORDER BY name
LIMIT :limit OFFSET :offset
