/* The JSON form of facts. One table says how each struct of facts.h is written; writing and reading both follow it, and
 * schema/facts.schema.json describes the outcome. */
#include <stdio.h>
#include <string.h>

#include "facts.h"
#include "json.h"
#include "metadata.h"
#include "output.h"
#include "text.h"

typedef enum field_kind {
    FIELD_STRING,  /* const char *; left out if NULL */
    FIELD_DAY,     /* the same, a day as YYYY-MM-DD */
    FIELD_STRINGS, /* strings_t; left out if empty */
    FIELD_INDEX,   /* int into the list named by to; left out if NONE */
    FIELD_COUNT,   /* int from 1; left out if 0 */
    FIELD_OFFSET,  /* uint32_t */
    FIELD_REAL     /* double; left out if 0 */
} field_kind_t;

enum { LABEL = 24 }; /* of one size, which is the fastest to copy */

/* A member of an object. */
typedef struct field {
    const char *key;
    char label[LABEL]; /* ,"key": */
    uint8_t label_size;
    field_kind_t kind;
    size_t offset;       /* in the struct */
    int needed;          /* may not be left out */
    const char *to;      /* FIELD_INDEX: key of the list */
    const char *choices; /* FIELD_STRING: |a|b|, NULL: any */
} field_t;

/* A list of facts: the key of its array, and what its elements look like. */
typedef struct form {
    const char *key;
    size_t offset; /* of the list in facts_t */
    size_t size;   /* of an element */
    const field_t *fields;
} form_t;

/* What all LISTs have in common; copied from and to them byte by byte. */
typedef struct any_list {
    void *at;
    int count, room;
} any_list_t;

/* clang-format off */
#define KEY(name)                    .key = name, .label = ",\"" name "\":", .label_size = sizeof(",\"" name "\":") - 1
#define FIELD(type, member, sort)    KEY(#member), .kind = sort, .offset = offsetof(type, member)
#define STRING(type, member)         FIELD(type, member, FIELD_STRING)
#define DAY(type, member)            FIELD(type, member, FIELD_DAY)
#define STRINGS(type, member)        FIELD(type, member, FIELD_STRINGS)
#define COUNT(type, member)          FIELD(type, member, FIELD_COUNT)
#define REAL(type, member)           FIELD(type, member, FIELD_REAL)
#define OFFSET(type, member)         FIELD(type, member, FIELD_OFFSET)
#define INDEX(type, member, list)    FIELD(type, member, FIELD_INDEX), .to = list
#define CHOICE(type, member, words)  FIELD(type, member, FIELD_STRING), .choices = words
#define NEEDED                       .needed = 1
#define EVIDENCE(type)                                                                                                 \
    {KEY("start"), .kind = FIELD_OFFSET, .offset = offsetof(type, evidence.start), NEEDED},                            \
    {KEY("end"), .kind = FIELD_OFFSET, .offset = offsetof(type, evidence.end), NEEDED},                                \
    {KEY("rule"), .kind = FIELD_STRING, .offset = offsetof(type, evidence.rule), NEEDED}

static const field_t document_fields[] = {
    {STRING(document_t, name), NEEDED},
    {STRING(document_t, title)},
    {STRING(document_t, publisher)},
    {STRING(document_t, uri)},
    {DAY(document_t, published)},
    {STRING(document_t, language)},
    {STRING(document_t, text), NEEDED},
    {0},
};

static const field_t sentence_fields[] = {
    {OFFSET(sentence_t, start), NEEDED},
    {OFFSET(sentence_t, end), NEEDED},
    {COUNT(sentence_t, paragraph), NEEDED},
    {0},
};

static const field_t party_fields[] = {
    {CHOICE(party_t, kind, "|state|organization|group|"), NEEDED},
    {STRING(party_t, code), NEEDED},
    {STRING(party_t, name)},
    {STRING(party_t, alpha2)},
    {STRING(party_t, official)},
    {STRING(party_t, sort)},
    {STRINGS(party_t, forms)},
    {0},
};

static const field_t person_fields[] = {
    {STRING(person_t, key), NEEDED},
    {STRING(person_t, name), NEEDED},
    {COUNT(person_t, listed)},
    {STRINGS(person_t, forms)},
    {0},
};

static const field_t office_fields[] = {
    {INDEX(office_t, person, "people"), NEEDED},
    {STRING(office_t, role)},
    {CHOICE(office_t, rank, "|head of state|head of government|deputy head|minister|head of organization|"
                            "deputy minister|ambassador|official|other|")},
    {STRING(office_t, post)},
    {INDEX(office_t, party, "parties")},
    EVIDENCE(office_t),
    {0},
};

static const field_t meeting_fields[] = {
    {STRINGS(meeting_t, keys), NEEDED},
    {STRING(meeting_t, name), NEEDED},
    {INDEX(meeting_t, organization, "parties")},
    {COUNT(meeting_t, ordinal)},
    {DAY(meeting_t, date)},
    {STRING(meeting_t, place)},
    EVIDENCE(meeting_t),
    {0},
};

static const field_t attendance_fields[] = {
    {INDEX(attendance_t, meeting, "meetings"), NEEDED},
    {INDEX(attendance_t, person, "people")},
    {INDEX(attendance_t, party, "parties")},
    {CHOICE(attendance_t, capacity, "|chair|participant|guest|observer|"), NEEDED},
    EVIDENCE(attendance_t),
    {0},
};

static const field_t statement_fields[] = {
    {INDEX(statement_t, person, "people")},
    {INDEX(statement_t, party, "parties")},
    {CHOICE(statement_t, mode, "|direct|reported|"), NEEDED},
    {STRING(statement_t, verb)},
    {CHOICE(statement_t, act, SPEECH_ACTS)},
    {CHOICE(statement_t, category, EVENT_CATEGORIES)},
    {STRINGS(statement_t, topics)},
    {INDEX(statement_t, meeting, "meetings")},
    EVIDENCE(statement_t),
    {0},
};

static const field_t proposal_fields[] = {
    {STRING(proposal_t, key), NEEDED},
    {STRING(proposal_t, name), NEEDED},
    {STRING(proposal_t, kind)},
    {INDEX(proposal_t, party, "parties"), NEEDED},
    {INDEX(proposal_t, person, "people")},
    {CHOICE(proposal_t, stance, "|proposes|offers|supports|continues|invites|")},
    {COUNT(proposal_t, year)},
    {REAL(proposal_t, quantity)},
    {STRING(proposal_t, unit)},
    {INDEX(proposal_t, beneficiary_party, "parties")},
    {STRING(proposal_t, beneficiary)},
    EVIDENCE(proposal_t),
    {0},
};

static const field_t adoption_fields[] = {
    {STRING(adoption_t, key), NEEDED},
    {STRING(adoption_t, name), NEEDED},
    {STRING(adoption_t, kind)},
    {STRING(adoption_t, action), NEEDED},
    {INDEX(adoption_t, party, "parties"), NEEDED},
    {INDEX(adoption_t, meeting, "meetings")},
    EVIDENCE(adoption_t),
    {0},
};

static const field_t standing_fields[] = {
    {INDEX(standing_t, party, "parties"), NEEDED},
    {INDEX(standing_t, organization, "parties"), NEEDED},
    {CHOICE(standing_t, status, "|member|observer|dialogue partner|chair|"), NEEDED},
    {CHOICE(standing_t, event, "|standing|accession|presidency|"), NEEDED},
    {COUNT(standing_t, year)},
    EVIDENCE(standing_t),
    {0},
};

static const field_t unknown_fields[] = {
    {CHOICE(unknown_t, kind, "|name|acronym|party|office|"), NEEDED},
    {STRING(unknown_t, form), NEEDED},
    {COUNT(unknown_t, times), NEEDED},
    {OFFSET(unknown_t, start), NEEDED},
    {OFFSET(unknown_t, end), NEEDED},
    {0},
};
/* clang-format on */

#define FORM(list, type, fields)                                                                                       \
    { #list, offsetof(facts_t, list), sizeof(type), fields }
static const form_t document_form = {"document", offsetof(facts_t, document), sizeof(document_t), document_fields};
static const form_t forms[] = {
    FORM(sentences, sentence_t, sentence_fields), FORM(parties, party_t, party_fields),
    FORM(people, person_t, person_fields),        FORM(offices, office_t, office_fields),
    FORM(meetings, meeting_t, meeting_fields),    FORM(attendance, attendance_t, attendance_fields),
    FORM(speech, statement_t, statement_fields),  FORM(proposals, proposal_t, proposal_fields),
    FORM(adoptions, adoption_t, adoption_fields), FORM(membership, standing_t, standing_fields),
    FORM(unknowns, unknown_t, unknown_fields),
};
enum { FORMS = sizeof forms / sizeof *forms };

static any_list_t list_of(const facts_t *facts, const form_t *form) {
    any_list_t list;
    memcpy(&list, (const char *)facts + form->offset, sizeof list);
    return list;
}

static int count_of(const facts_t *facts, const char *key) {
    for (int i = 0; i < FORMS; i++)
        if (strcmp(forms[i].key, key) == 0)
            return list_of(facts, &forms[i]).count;
    return 0;
}

static int is_left_out(const field_t *field, const void *value) {
    switch (field->kind) {
    case FIELD_STRING:
    case FIELD_DAY: return *(const char *const *)value == NULL;
    case FIELD_STRINGS: return ((const strings_t *)value)->count == 0;
    case FIELD_INDEX: return *(const int *)value == NONE;
    case FIELD_COUNT: return *(const int *)value == 0;
    case FIELD_REAL: return *(const double *)value == 0;
    default: return 0;
    }
}

static void write_strings(const strings_t *strings, output_t *out) {
    for (int i = 0; i < strings->count; i++) {
        output_char(out, i ? ',' : '[');
        output_string(out, strings->at[i]);
    }
    output_char(out, ']');
}

static void write_real(double value, output_t *out) {
    char digits[32];
    output_add(out, digits, (size_t)snprintf(digits, sizeof digits, "%.17g", value));
}

static void write_value(const field_t *field, const void *value, output_t *out) {
    switch (field->kind) {
    case FIELD_STRING:
    case FIELD_DAY: output_string(out, *(const char *const *)value); break;
    case FIELD_STRINGS: write_strings(value, out); break;
    case FIELD_INDEX:
    case FIELD_COUNT: output_number(out, (uint32_t) * (const int *)value); break;
    case FIELD_OFFSET: output_number(out, *(const uint32_t *)value); break;
    case FIELD_REAL: write_real(*(const double *)value, out); break;
    }
}

/* No object is empty: some of its members are needed. */
static void write_object(const form_t *form, const char *object, output_t *out) {
    size_t start = out->size;
    for (const field_t *field = form->fields; field->key; field++) {
        if (is_left_out(field, object + field->offset))
            continue;
        output_room(out, LABEL);
        memcpy(out->bytes + out->size, field->label, LABEL);
        out->size += field->label_size;
        write_value(field, object + field->offset, out);
    }
    out->bytes[start] = '{'; /* in place of the first comma */
    output_char(out, '}');
}

static void write_list(const form_t *form, const any_list_t *list, output_t *out) {
    output_char(out, ',');
    output_string(out, form->key);
    output_char(out, ':');
    for (int i = 0; i < list->count; i++) {
        output_char(out, i ? ',' : '[');
        write_object(form, (const char *)list->at + (size_t)i * form->size, out);
    }
    output_char(out, ']');
}

void facts_write(const facts_t *facts, output_t *out) {
    static const char head[] = "{\"document\":", tail[] = "}\n";
    output_add(out, head, sizeof head - 1);
    write_object(&document_form, (const char *)facts + document_form.offset, out);
    for (int i = 0; i < FORMS; i++) {
        any_list_t list = list_of(facts, &forms[i]);
        if (list.count)
            write_list(&forms[i], &list, out);
    }
    output_add(out, tail, sizeof tail - 1);
}

/* What reading needs to know; where names the object in work. */
typedef struct reader {
    const facts_t *facts;
    arena_t *arena;
    uint32_t length; /* of the text, code points */
    char *why;
    size_t room;
    const char *key; /* of the list, "document" */
    size_t index;
} reader_t;

static int refuse(reader_t *reader, const char *key, const char *what) {
    snprintf(reader->why, reader->room, "%s[%zu].%.64s %s", reader->key, reader->index, key, what);
    return -1;
}

static int is_choice(const char *choices, const char *text) {
    for (size_t size; *choices && *++choices; choices += size) {
        size = strcspn(choices, "|");
        if (strlen(text) == size && memcmp(text, choices, size) == 0)
            return 1;
    }
    return 0;
}

static int read_string(reader_t *reader, const field_t *field, const json_t *value, const char **out) {
    if (!json_is_string(value))
        return refuse(reader, field->key, "is no string");
    const char *text = json_string_value(value), *wrong;
    size_t size = json_string_length(value);
    if (size == 0)
        return refuse(reader, field->key, "is empty");
    if (field->choices && !is_choice(field->choices, text))
        return refuse(reader, field->key, "is none of the words allowed there");
    if (field->kind == FIELD_DAY && (wrong = metadata_check_day(text)))
        return refuse(reader, field->key, wrong);
    *out = arena_strndup(reader->arena, text, size);
    return 0;
}

static int read_strings(reader_t *reader, const field_t *field, const json_t *value, strings_t *out) {
    size_t count = json_array_size(value);
    if (count == 0)
        return refuse(reader, field->key, "is no array of strings");
    for (size_t i = 0; i < count; i++)
        if (read_string(reader, field, json_array_get(value, i), list_add(reader->arena, out)))
            return -1;
    return 0;
}

static int read_integer(reader_t *reader, const field_t *field, const json_t *value, json_int_t first, json_int_t end,
                        json_int_t *out) {
    if (!json_is_integer(value))
        return refuse(reader, field->key, "is no whole number");
    *out = json_integer_value(value);
    return *out < first || *out >= end ? refuse(reader, field->key, "is out of range") : 0;
}

static int read_value(reader_t *reader, const field_t *field, const json_t *value, void *out) {
    json_int_t number;
    switch (field->kind) {
    case FIELD_STRING:
    case FIELD_DAY: return read_string(reader, field, value, out);
    case FIELD_STRINGS: return read_strings(reader, field, value, out);
    case FIELD_INDEX:
        if (read_integer(reader, field, value, 0, count_of(reader->facts, field->to), &number))
            return -1;
        *(int *)out = (int)number;
        return 0;
    case FIELD_COUNT:
        if (read_integer(reader, field, value, 1, INT32_MAX, &number))
            return -1;
        *(int *)out = (int)number;
        return 0;
    case FIELD_OFFSET:
        if (read_integer(reader, field, value, 0, (json_int_t)reader->length + 1, &number))
            return -1;
        *(uint32_t *)out = (uint32_t)number;
        return 0;
    default:
        if (!json_is_number(value))
            return refuse(reader, field->key, "is no number");
        *(double *)out = json_number_value(value);
        return 0;
    }
}

static const field_t *find_field(const form_t *form, const char *key) {
    for (const field_t *field = form->fields; field->key; field++)
        if (strcmp(field->key, key) == 0)
            return field;
    return NULL;
}

/* Every passage has at least one character. */
static int check_span(reader_t *reader, const form_t *form, const char *object) {
    const field_t *start = find_field(form, "start"), *end = find_field(form, "end");
    if (start && *(const uint32_t *)(object + start->offset) >= *(const uint32_t *)(object + end->offset))
        return refuse(reader, "end", "does not lie behind start");
    return 0;
}

static int read_object(reader_t *reader, const form_t *form, const json_t *object, char *out) {
    const char *key;
    json_t *value;
    if (!json_is_object(object))
        return refuse(reader, "", "is no object");
    for (const field_t *field = form->fields; field->key; field++) {
        if (field->kind == FIELD_INDEX)
            *(int *)(out + field->offset) = NONE;
        if (field->needed && !json_object_get(object, field->key))
            return refuse(reader, field->key, "is missing");
    }
    json_object_foreach((json_t *)object, key, value) {
        const field_t *field = find_field(form, key);
        if (!field)
            return refuse(reader, key, "is no known key");
        if (read_value(reader, field, value, out + field->offset))
            return -1;
    }
    return check_span(reader, form, out);
}

static int read_document(reader_t *reader, const json_t *object, document_t *out) {
    if (read_object(reader, &document_form, object, (char *)out))
        return -1;
    const char *wrong = metadata_check_name(out->name);
    if (wrong)
        return refuse(reader, "name", wrong);
    out->size = strlen(out->text);
    if (!text_is_clean(out->text, out->size))
        return refuse(reader, "text", "is not as the loader writes texts (line ends, control characters, size)");
    reader->length = text_length(out->text, out->size);
    return 0;
}

/* First all elements of the lists are made, so that indexes may point forward. */
static int make_lists(reader_t *reader, const json_t *root, facts_t *out) {
    for (int i = 0; i < FORMS; i++) {
        const json_t *array = json_object_get(root, forms[i].key);
        if (!array)
            continue;
        size_t count = json_array_size(array);
        reader->key = forms[i].key;
        if (count == 0)
            return refuse(reader, "", "is no array, or an empty one");
        any_list_t list = {arena_zalloc(reader->arena, count * forms[i].size), (int)count, (int)count};
        memcpy((char *)out + forms[i].offset, &list, sizeof list);
    }
    return 0;
}

static int read_lists(reader_t *reader, const json_t *root, facts_t *out) {
    for (int i = 0; i < FORMS; i++) {
        const json_t *array = json_object_get(root, forms[i].key);
        any_list_t list = list_of(out, &forms[i]);
        reader->key = forms[i].key;
        for (reader->index = 0; reader->index < (size_t)list.count; reader->index++)
            if (read_object(reader, &forms[i], json_array_get(array, reader->index),
                            (char *)list.at + reader->index * forms[i].size))
                return -1;
    }
    return 0;
}

static int check_keys(reader_t *reader, const json_t *root) {
    const char *key;
    json_t *value;
    if (!json_is_object(root)) {
        snprintf(reader->why, reader->room, "no object {...}");
        return -1;
    }
    json_object_foreach((json_t *)root, key, value) {
        int known = strcmp(key, document_form.key) == 0;
        for (int i = 0; i < FORMS; i++)
            known |= strcmp(key, forms[i].key) == 0;
        if (!known) {
            snprintf(reader->why, reader->room, "\"%.64s\" is no known key", key);
            return -1;
        }
    }
    return 0;
}

int facts_read(const char *line, size_t size, arena_t *arena, facts_t *out, char *why, size_t room) {
    fault_t fault;
    json_t *root = json_read(line, size, LIMIT_FACTS_VALUES, &fault);
    if (!root) {
        snprintf(why, room, "%s (column %d)", fault.what, fault.column);
        return -1;
    }
    *out = (facts_t){.arena = arena};
    reader_t reader = {.facts = out, .arena = arena, .why = why, .room = room, .key = document_form.key};
    int failed = check_keys(&reader, root) ||
                 read_document(&reader, json_object_get(root, document_form.key), &out->document) ||
                 make_lists(&reader, root, out) || read_lists(&reader, root, out);
    json_decref(root);
    return failed ? -1 : 0;
}
