/* References hold, and the file is sound. */
SELECT * FROM pragma_foreign_key_check;
SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok';
