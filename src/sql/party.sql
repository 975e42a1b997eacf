SELECT party_id FROM states WHERE alpha3 = :code
UNION ALL SELECT party_id FROM organizations WHERE acronym = :code
UNION ALL SELECT party_id FROM organizations WHERE name = :code AND acronym IS NULL
UNION ALL SELECT party_id FROM parties WHERE :code = 'group' AND kind = 'group'
