/* One row for each person of a document with an office, for each document, name and party of a proposal and of an adoption. */
SELECT 'proposal', document, name, party FROM proposals GROUP BY 2, 3, 4 HAVING count(*) > 1;
SELECT 'adoption', document, name, party FROM adoptions GROUP BY 2, 3, 4 HAVING count(*) > 1;
SELECT 'office', document, person_id FROM offices GROUP BY 2, 3 HAVING count(*) > 1;
SELECT 'initiative', key FROM initiatives GROUP BY key HAVING count(*) > 1;
SELECT 'instrument', key FROM instruments GROUP BY key HAVING count(*) > 1;
