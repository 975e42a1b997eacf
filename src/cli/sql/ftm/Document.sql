-- A text. What it says goes without it: the words of statements are in the notes.
SELECT d.id,
       substr(coalesce(d.title, d.name), 1, 384) AS name,
       substr(d.title, 1, 1024) AS title,
       substr(d.name, 1, 1024) AS fileName,
       'text/plain' AS mimeType,
       CASE WHEN d.language = 'en' OR d.language LIKE 'en-%' THEN 'eng' END AS language,
       substr(d.publisher, 1, 1024) AS publisher,
       d.published AS publishedAt,
       d.url AS sourceUrl,
       sha1(t.text) AS contentHash
FROM document_things AS d
JOIN documents AS t ON t.document_id = d.document_id
ORDER BY d.name
