-- What the page of annotations says of itself. The context of the standard has a term "state" of its own.
SELECT json_array('http://www.w3.org/ns/anno.jsonld',
                  json_object('@vocab', 'urn:scodb:vocabulary:', 'state', 'urn:scodb:vocabulary:state')) AS "@context[]",
       'urn:scodb:annotations:1' AS id,
       'AnnotationPage' AS type,
       json_object('id', 'urn:scodb:annotations',
                   'type', 'AnnotationCollection',
                   'label', (SELECT value FROM about WHERE key = 'title'),
                   'total', (SELECT count(*) FROM evidence)) AS "partOf{}",
       0 AS startIndex
