/* title: For whom proposals are made
   group: initiatives
   question: Which states, organizations or groups are undertakings proposed or offered to, by whom, how often?
   param: beneficiary | text | | code or English name of the party for whom it is, or words from how the texts call them; empty: all
   param: party | text | | code or English name of who puts it forward; empty: all
   column: beneficiary | for whom: a party's code, or in the words of the documents
   column: beneficiary_name | English name of that party; empty for those in words
   column: party | code of who puts it forward
   column: party_name | its English name
   column: initiatives | how many different undertakings
   column: documents | in how many documents
   column: kinds | forum, fund, training ..., each with its number
   column: example | the first of them, in the words of the document
   column: fact_id | by which that one can be cited
   read: Only proposals that say for whom they are. Words such as "member states" are counted as they stand; which
     states they meant is for the reader to say. */
WITH told AS (
  SELECT beneficiary, beneficiary_name, party, party_name, initiative_id, document, ifnull(kind, 'other') AS kind, name,
         fact_id,
         row_number() OVER (PARTITION BY beneficiary, beneficiary_name, party, initiative_id ORDER BY fact_id) AS telling
  FROM proposals
  WHERE beneficiary IS NOT NULL
    AND (nullif(:beneficiary, '') IS NULL
         OR :beneficiary IN (beneficiary, beneficiary_name)
         OR (beneficiary_id IS NULL AND instr(beneficiary, :beneficiary) > 0))
    AND (nullif(:party, '') IS NULL OR :party IN (party, party_name))
),
kinds AS (
  SELECT beneficiary, beneficiary_name, party, group_concat(kind || ' ' || number, ', ') AS kinds
  FROM (SELECT beneficiary, beneficiary_name, party, kind, count(*) AS number
        FROM told
        WHERE telling = 1
        GROUP BY beneficiary, beneficiary_name, party, kind
        ORDER BY beneficiary, beneficiary_name, party, number DESC, kind)
  GROUP BY beneficiary, beneficiary_name, party
),
counted AS (
  SELECT beneficiary, beneficiary_name, party, party_name,
         count(DISTINCT initiative_id) AS initiatives,
         count(DISTINCT document) AS documents,
         min(fact_id) AS fact_id
  FROM told
  GROUP BY beneficiary, beneficiary_name, party
)
SELECT c.beneficiary,
       c.beneficiary_name,
       c.party,
       c.party_name,
       c.initiatives,
       c.documents,
       k.kinds,
       t.name AS example,
       c.fact_id
FROM counted AS c
JOIN kinds AS k ON k.beneficiary = c.beneficiary AND k.beneficiary_name IS c.beneficiary_name AND k.party = c.party
JOIN told AS t ON t.fact_id = c.fact_id
ORDER BY c.beneficiary_name IS NULL, c.initiatives DESC, c.beneficiary, c.party_name, c.fact_id;
