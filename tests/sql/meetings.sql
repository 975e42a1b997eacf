/* A document has one account of each of its meetings; meetings that share a key are kept apart by some document. */
SELECT 'accounts', document, meeting_id FROM calendar GROUP BY 2, 3 HAVING count(*) > 1;
SELECT 'no account', k.document_id, k.meeting_id FROM meeting_keys AS k WHERE NOT EXISTS (
  SELECT 1 FROM meeting_accounts AS a JOIN evidence AS e USING (fact_no)
  WHERE a.meeting_id = k.meeting_id AND e.document_id = k.document_id);
SELECT 'attended elsewhere', document, meeting_id FROM attendance WHERE meeting IS NULL;
SELECT 'same key', a.key, a.meeting_id, b.meeting_id FROM meeting_keys AS a JOIN meeting_keys AS b USING (key)
WHERE a.meeting_id < b.meeting_id AND NOT EXISTS (
  SELECT 1 FROM meeting_keys AS x JOIN meeting_keys AS y USING (document_id)
  WHERE x.meeting_id = a.meeting_id AND y.meeting_id = b.meeting_id);
SELECT 'name', meeting_id FROM meetings AS m WHERE NOT EXISTS (
  SELECT 1 FROM meeting_accounts AS a WHERE a.meeting_id = m.meeting_id AND a.name = m.name);
