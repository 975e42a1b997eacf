/* By what a database is known to be scodb's: application_id ("SCOD", shown by file(1)), and user_version, the number of
 * the schema, which grows with each change that older programs could not read. */
#ifndef SCODB_SCHEMA_IDENTITY_H
#define SCODB_SCHEMA_IDENTITY_H

#define SCODB_APPLICATION_ID 0x53434F44
#define SCODB_SCHEMA_VERSION 3

#endif
