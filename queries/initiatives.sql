/* title: Initiatives and who put them forward
   group: initiatives
   question: Which undertakings were proposed, offered or announced, by whom, of which kind, for which year, how large?
   param: party | text | | code or English name of the proposer; empty: all
   param: kind | text | | forum, centre, fund, training ...; empty: all
   param: document | text | | name of one document; empty: all
   column: name | the undertaking, in the words of the document
   column: kind | forum, centre, fund, training ...
   column: party | code of who puts it forward
   column: person | who said so
   column: stance | proposes, offers, supports, continues, invites
   column: year | for which it is meant
   column: quantity | how many, how much
   column: unit | of what
   column: document | where it stands
   column: text | the passage
   column: fact_id | by which the proposal can be cited
   read: One line for each document, undertaking and proposer; several undertakings of one clause share its passage.
     Empty fields are not said there, or not found by the rules. */
SELECT name,
       kind,
       party,
       person,
       stance,
       year,
       CASE quantity WHEN CAST(quantity AS INTEGER) THEN CAST(quantity AS INTEGER) ELSE quantity END AS quantity,
       unit,
       document,
       text,
       fact_id
FROM proposals
WHERE (nullif(:party, '') IS NULL OR :party IN (party, party_name))
  AND (nullif(:kind, '') IS NULL OR kind = :kind)
  AND (nullif(:document, '') IS NULL OR document = :document)
ORDER BY party_name, document, start_char, end_char, name, fact_id;
