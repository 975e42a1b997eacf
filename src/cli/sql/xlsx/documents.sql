SELECT name AS document, title, publisher, published, language, uri, sha256
FROM documents
ORDER BY name
