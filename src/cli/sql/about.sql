-- What the file says of itself, the title first.
SELECT key, value
FROM about
ORDER BY key <> 'title', key <> 'description', key
