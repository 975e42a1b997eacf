/* A party is a state, an organization or the group; its short name is its own. */
SELECT 'no name', party_id, kind FROM parties
WHERE (kind = 'state') <> (party_id IN (SELECT party_id FROM states))
   OR (kind = 'organization') <> (party_id IN (SELECT party_id FROM organizations));
SELECT 'other name', p.name, o.acronym, o.name FROM parties AS p JOIN organizations AS o USING (party_id)
WHERE p.name <> coalesce(o.acronym, o.name);
SELECT 'empty', party_id FROM organizations WHERE name = '' OR acronym = '' OR kind = '';
SELECT 'not its acronym', acronym FROM organizations AS o WHERE acronym IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM organization_keys AS k WHERE k.party_id = o.party_id AND k.key = o.acronym AND k.kind IS NULL);
