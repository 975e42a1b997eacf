SELECT party_id FROM parties WHERE name = :code
