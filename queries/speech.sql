/* title: Who said what
   group: speech
   question: What did each speaker say, in the order of the documents?
   param: speaker | text | | any known spelling of a person, % for any letters; a party's code; group; empty: all
   param: party | text | | code or English name of the party for which the speaker speaks; empty: all
   param: document | text | | name of one document; empty: all
   param: mode | text | | direct (in quotation marks) or reported; empty: both
   column: speaker | a person's name, a party's code, or group for several together
   column: party | code of the party for which the speaker speaks
   column: document | where it stands
   column: mode | direct or reported
   column: verb | reporting verb, as it stands there
   column: text | the words of the document, without quotation marks
   column: fact_id | by which the statement can be cited
   read: Reported speech is the narrator's wording of what was said, no quotation. Where a document quotes a piece of
     what it reports, piece and report are a line each. */
SELECT speaker,
       party,
       document,
       mode,
       verb,
       text,
       fact_id
FROM speech
WHERE (nullif(:speaker, '') IS NULL
       OR speaker = :speaker
       OR speaker IN (SELECT canonical FROM name_forms WHERE kind = 'person' AND form LIKE :speaker))
  AND (nullif(:party, '') IS NULL OR :party IN (party, party_name))
  AND (nullif(:document, '') IS NULL OR document = :document)
  AND (nullif(:mode, '') IS NULL OR mode = :mode)
ORDER BY speaker_kind <> 'person', speaker, document, start_char, end_char DESC, fact_id;
