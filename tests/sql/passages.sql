/* Every passage lies in the text and does not begin or end with white space; sentences do not overlap. */
SELECT 'outside', d.name, e.start_char, e.end_char FROM evidence AS e JOIN documents AS d USING (document_id)
WHERE e.end_char > length(d.text);
SELECT 'sentence outside', d.name, s.start_char, s.end_char FROM sentences AS s JOIN documents AS d USING (document_id)
WHERE s.end_char > length(d.text);
SELECT 'unknown outside', d.name, u.start_char FROM unknowns AS u JOIN documents AS d USING (document_id)
WHERE u.end_char > length(d.text);
SELECT 'sentences overlap', s.document_id, s.start_char FROM sentences AS s
WHERE EXISTS (SELECT 1 FROM sentences AS o WHERE o.document_id = s.document_id AND o.start_char > s.start_char
              AND o.start_char < s.end_char);
SELECT 'blank passage', document, kind, start_char, end_char FROM citations WHERE trim(passage, char(32, 9, 10)) <> passage;
