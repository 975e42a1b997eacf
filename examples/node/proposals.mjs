// Prints what a party proposed since a day, as JSON: node proposals.mjs sco.db CHN 2024-01-01
//
// Once: npm install, in this folder. If the library is not installed, SCODB_LIBRARY may say where it is:
// SCODB_LIBRARY=../../build/src/libscodb.so
import koffi from 'koffi'

const OK = 0, ROW = 1, DONE = 2 // statuses of scodb.h
const PROPOSALS = 7 // lists, counted from SCODB_DOCUMENTS = 0
const NULL = 0, INTEGER = 1, REAL = 2 // types of a column; all else is text

// The filter, member by member as in scodb.h: koffi fills it from an object, and what is left out is NULL or 0.
const FILTER = {
    size: 'size_t', document: 'str', person: 'str', party: 'str', organization: 'str', role: 'str', kind: 'str',
    mode: 'str', words: 'str', from: 'str', to: 'str', person_id: 'int64_t', meeting: 'int64_t', initiative: 'int64_t',
    limit: 'int64_t', offset: 'int64_t', topic: 'str', act: 'str', category: 'str', stance: 'str', other_person: 'str',
    other_party: 'str', year: 'int64_t',
}
koffi.struct('Filter', FILTER)
koffi.opaque('Db')
koffi.opaque('Rows')

const library = koffi.load(process.env.SCODB_LIBRARY ?? 'libscodb.so.0')
const call = Object.fromEntries([
    'int scodb_open(const char *path, unsigned int flags, _Out_ Db **out)',
    'void scodb_close(Db *db)',
    'const char *scodb_errmsg(const Db *db)',
    'int scodb_list(Db *db, int what, const Filter *filter, _Out_ Rows **out)',
    'int scodb_next(Rows *rows)',
    'void scodb_free(Rows *rows)',
    'int scodb_column_count(const Rows *rows)',
    'const char *scodb_column_name(const Rows *rows, int column)',
    'int scodb_type(const Rows *rows, int column)',
    'const char *scodb_text(Rows *rows, int column)',
    'double scodb_real(Rows *rows, int column)',
].map(prototype => [prototype.match(/scodb_(\w+)/)[1], library.func(prototype)]))

// Texts are copied on the way, so that they outlive the row. Numbers of more than 53 bits do not occur in a database.
function value(rows, column) {
    switch (call.type(rows, column)) {
    case NULL: return null
    case INTEGER: case REAL: return call.real(rows, column)
    default: return call.text(rows, column)
    }
}

// The rows of a list as objects.
function* list(db, what, filter) {
    const out = [null]
    const whole = Object.fromEntries(Object.entries(FILTER).map(([name, type]) => [name, type === 'str' ? null : 0]))
    if (call.list(db, what, {...whole, ...filter, size: koffi.sizeof('Filter')}, out) !== OK)
        throw new Error(call.errmsg(db))
    const rows = out[0]
    try {
        const names = Array.from({length: call.column_count(rows)}, (_, column) => call.column_name(rows, column))
        let status
        while ((status = call.next(rows)) === ROW)
            yield Object.fromEntries(names.map((name, column) => [name, value(rows, column)]))
        if (status !== DONE)
            throw new Error(call.errmsg(db))
    } finally {
        call.free(rows)
    }
}

const [path, party, from = null] = process.argv.slice(2)
const out = [null]
const status = call.open(path ?? 'sco.db', 0, out) // there is a handle even if that failed: it has the message
const db = out[0]
try {
    if (status !== OK)
        throw new Error(call.errmsg(db))
    console.log(JSON.stringify([...list(db, PROPOSALS, {party, from})], null, 2))
} catch (error) {
    console.error(`proposals: ${error.message}`)
    process.exitCode = 1
} finally {
    call.close(db)
}
