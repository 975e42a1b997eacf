INSERT INTO kinds (kind_id, name) VALUES (0, 'speech'), (1, 'proposal'), (2, 'attendance'), (3, 'adoption'), (4, 'meeting'),
  (5, 'membership'), (6, 'office');

INSERT INTO categories (code, name, quad, cameo, note) VALUES
  ('AGREE', 'agreement', 'verbal cooperation', '03', 'promises, agrees or is ready to cooperate, to help, to meet'),
  ('CONSULT', 'consultation', 'verbal cooperation', '04', 'meets, visits, hosts, phones, negotiates, mediates'),
  ('SUPPORT', 'support', 'verbal cooperation', '05',
   'praises, thanks, endorses, stands by somebody, appeals for cooperation, signs an agreement'),
  ('CONCEDE', 'concession', 'verbal cooperation', '08', 'says that it gives way, eases, accepts a demand'),
  ('COOPERATE', 'cooperation', 'material cooperation', '06', 'does something together: exercises, shared intelligence, extradition'),
  ('AID', 'aid', 'material cooperation', '07', 'has given money, goods, training, asylum'),
  ('RETREAT', 'retreat', 'material cooperation', '08', 'withdraws, releases, returns, disarms'),
  ('REQUEST', 'request', 'verbal conflict', '02, 10', 'asks, urges, calls on others, demands'),
  ('ACCUSE', 'accusation', 'verbal conflict', '09, 11', 'blames, condemns, criticizes, deplores a deed'),
  ('REJECT', 'rejection', 'verbal conflict', '12', 'opposes, refuses, rules out'),
  ('THREATEN', 'threat', 'verbal conflict', '13', 'says what it will do to others if they do or do not'),
  ('PROTEST', 'protest', 'material conflict', '14', 'demonstrates, strikes, blocks roads'),
  ('SANCTION', 'sanction', 'material conflict', '16', 'breaks off relations, stops aid, imposes an embargo'),
  ('MOBILIZE', 'mobilization', 'material conflict', '15', 'moves or alerts troops'),
  ('COERCE', 'coercion', 'material conflict', '17', 'seizes, arrests, expels, restricts'),
  ('ASSAULT', 'assault', 'material conflict', '18, 19, 20', 'attacks, fights, kills');
