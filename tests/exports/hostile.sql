-- Names that a spreadsheet, a browser, a terminal or XML would read as more than text; two people of one name; a text
-- longer than a cell of a spreadsheet, of characters that UTF-16 counts twice.
UPDATE people SET name = '=1+1' || char(1, 27, 8238, 65534, 13, 10, 9) || '<b>&"''_x0041_' WHERE name = 'Ödön Várkonyi';
UPDATE people SET name = 'Aigul Dzhumaeva' WHERE name = 'Timur Sadykbai';
UPDATE meetings SET place = 'a' || replace(hex(zeroblob(10000)), '00', '🌉🌉') WHERE name = 'Kazakhstan - Hungary';
UPDATE meeting_accounts SET place = (SELECT place FROM meetings WHERE meetings.meeting_id = meeting_accounts.meeting_id);
