/* title: Commitments with numbers and dates
   question: Who promised how much, for whom and by when?
   param: party | text | | code or English name of who commits itself; empty: all
   param: beneficiary | text | | code or English name of the party for whom it is, or words from how the text calls them; empty: all
   column: party | code of who puts it forward
   column: person | who said so
   column: stance | proposes, offers, supports, continues, invites
   column: quantity | how many, how much
   column: unit | of what
   column: year | for which it is meant
   column: beneficiary | for whom: a party's code, or in the words of the document
   column: name | the undertaking, in the words of the document
   column: document | where it stands
   column: fact_id | by which it can be cited
   read: Undertakings that say a number, a year or a beneficiary; all of them are in the report initiatives. */
SELECT party,
       person,
       stance,
       CASE quantity WHEN CAST(quantity AS INTEGER) THEN CAST(quantity AS INTEGER) ELSE quantity END AS quantity,
       unit,
       year,
       beneficiary,
       name,
       document,
       fact_id
FROM proposals
WHERE (quantity IS NOT NULL OR year IS NOT NULL OR beneficiary IS NOT NULL)
  AND (nullif(:party, '') IS NULL OR :party IN (party, party_name))
  AND (nullif(:beneficiary, '') IS NULL
       OR :beneficiary IN (beneficiary, beneficiary_name)
       OR (beneficiary_id IS NULL AND instr(beneficiary, :beneficiary) > 0))
ORDER BY year IS NULL, year, party_name, document, start_char, end_char, name, fact_id;
