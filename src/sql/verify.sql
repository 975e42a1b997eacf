SELECT 'pages' AS part, integrity_check AS problem
FROM pragma_integrity_check
WHERE integrity_check <> 'ok'

UNION ALL
SELECT 'references', format('table %s, row %s: names a row of %s that does not exist', "table", ifnull(rowid, '?'), parent)
FROM pragma_foreign_key_check

UNION ALL
SELECT 'digests', format('document %s: the text is not the one that was loaded', name)
FROM documents
WHERE scodb_sha256(text) <> sha256

UNION ALL
SELECT 'passages', format('document %s: the passage of fact %d ends at %d, behind the text', d.name, e.fact_no, e.end_char)
FROM documents AS d
JOIN evidence AS e ON e.document_id = d.document_id
WHERE e.end_char > length(d.text)

UNION ALL
SELECT 'sentences', format('document %s: a sentence ends at %d, behind the text', d.name, s.end_char)
FROM documents AS d
JOIN sentences AS s ON s.document_id = d.document_id
WHERE s.end_char > length(d.text)

UNION ALL
SELECT 'facts', format('fact %d (%s) rests on no passage', fact_no, name)
FROM facts
JOIN kinds USING (kind_id)
WHERE fact_no NOT IN (SELECT fact_no FROM evidence)

UNION ALL
SELECT 'facts', format('fact %d (%s) says nothing', f.fact_no, k.name)
FROM facts AS f
JOIN kinds AS k ON k.kind_id = f.kind_id
WHERE NOT CASE k.name
  WHEN 'office' THEN EXISTS (SELECT 1 FROM occupancies AS x WHERE x.fact_no = f.fact_no)
  WHEN 'meeting' THEN EXISTS (SELECT 1 FROM meeting_accounts AS x WHERE x.fact_no = f.fact_no)
  WHEN 'attendance' THEN EXISTS (SELECT 1 FROM participations AS x WHERE x.fact_no = f.fact_no)
  WHEN 'speech' THEN EXISTS (SELECT 1 FROM statements AS x WHERE x.fact_no = f.fact_no)
  WHEN 'proposal' THEN EXISTS (SELECT 1 FROM proposings AS x WHERE x.fact_no = f.fact_no)
  WHEN 'adoption' THEN EXISTS (SELECT 1 FROM instrument_acts AS x WHERE x.fact_no = f.fact_no)
  ELSE EXISTS (SELECT 1 FROM standings AS x WHERE x.fact_no = f.fact_no) END

UNION ALL
SELECT 'citations', format('%s stands for %d facts', fact_id, count(*))
FROM citations
GROUP BY fact_id
HAVING count(*) > 1

UNION ALL
SELECT 'words', format('statement %d is not in the index of words', s.fact_no)
FROM statements AS s
WHERE NOT EXISTS (SELECT 1 FROM statements_fts_docsize AS z WHERE z.id = s.fact_no)

UNION ALL
SELECT 'words', format('document %s is not in the index of words', name)
FROM documents AS d
WHERE NOT EXISTS (SELECT 1 FROM documents_fts_docsize AS z WHERE z.id = d.document_id)
