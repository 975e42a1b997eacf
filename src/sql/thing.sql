SELECT 1 FROM people WHERE :kind = 'person' AND person_id = :id
UNION ALL SELECT 1 FROM states WHERE :kind = 'state' AND party_id = :id
UNION ALL SELECT 1 FROM organizations WHERE :kind = 'organization' AND party_id = :id
UNION ALL SELECT 1 FROM meetings WHERE :kind = 'meeting' AND meeting_id = :id
UNION ALL SELECT 1 FROM initiatives WHERE :kind = 'initiative' AND initiative_id = :id
