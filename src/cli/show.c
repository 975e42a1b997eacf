/* scodb show: all that is known of a person, a state, an organization, a meeting, an initiative. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

enum { SUBJECTS = 8 }; /* shown, or suggested, at most */

typedef enum subject_kind { PERSON, STATE, ORGANIZATION, MEETING, INITIATIVE } subject_kind_t;

static const char *const KINDS[] = {"person", "state", "organization", "meeting", "initiative"};

typedef struct subject {
    subject_kind_t kind;
    int64_t id;
    int likeness;
    char *name; /* a party's code is for the filter */
    char *form;
} subject_t;

typedef struct section {
    const char *title;
    int list;
    const char *columns;
    int by_organization; /* 1: the subject is the filter's organization, not its party */
} section_t;

static const section_t PERSON_SECTIONS[] = {
    {"Names", SCODB_NAMES, "form", 0},
    {"Offices", SCODB_OFFICES, "role party party_name document fact_id", 0},
    {"Meetings", SCODB_ATTENDANCE, "date meeting party capacity document fact_id", 0},
    {"Initiatives", SCODB_PROPOSALS, "name party text fact_id", 0},
    {"Statements", SCODB_STATEMENTS, "mode verb text fact_id", 0},
    {NULL, 0, NULL, 0}};

static const section_t PARTY_SECTIONS[] = {
    {"Codes and names", SCODB_PARTIES, "party party_name alpha2 official_name", 0},
    {"Spellings", SCODB_NAMES, "form", 0},
    {"Offices", SCODB_OFFICES, "person role document fact_id", 0},
    {"Standing in organizations", SCODB_MEMBERSHIP, "organization status event year document fact_id", 0},
    {"Members, observers, partners, chairs", SCODB_MEMBERSHIP, "state state_name status event year document fact_id",
     1},
    {"Meetings of it", SCODB_MEETINGS, "date meeting place documents", 1},
    {"Meetings attended", SCODB_ATTENDANCE, "date meeting person capacity document fact_id", 0},
    {"Initiatives", SCODB_PROPOSALS, "name person text fact_id", 0},
    {"Documents adopted", SCODB_ADOPTIONS, "name action document fact_id", 0},
    {"Statements", SCODB_STATEMENTS, "speaker mode text fact_id", 0},
    {NULL, 0, NULL, 0}};

static const section_t MEETING_SECTIONS[] = {
    {"Meeting", SCODB_MEETINGS, "meeting ordinal organization date place documents", 0},
    {"Attendance", SCODB_ATTENDANCE, "person party party_name capacity document fact_id", 0},
    {"Documents adopted", SCODB_ADOPTIONS, "name action party document fact_id", 0},
    {"Statements", SCODB_STATEMENTS, "speaker mode text fact_id", 0},
    {NULL, 0, NULL, 0}};

static const section_t INITIATIVE_SECTIONS[] = {
    {"Put forward", SCODB_PROPOSALS, "name kind party person stance year quantity unit text document fact_id", 0},
    {NULL, 0, NULL, 0}};

static const section_t *const SECTIONS[] = {
    [PERSON] = PERSON_SECTIONS,   [STATE] = PARTY_SECTIONS,           [ORGANIZATION] = PARTY_SECTIONS,
    [MEETING] = MEETING_SECTIONS, [INITIATIVE] = INITIATIVE_SECTIONS,
};

static scodb_filter_t filter_for(const subject_t *subject, const section_t *section) {
    scodb_filter_t filter = SCODB_FILTER_INIT;
    switch (subject->kind) {
    case PERSON: filter.person_id = subject->id; break;
    case MEETING: filter.meeting = subject->id; break;
    case INITIATIVE: filter.initiative = subject->id; break;
    case STATE:
    case ORGANIZATION: *(section->by_organization ? &filter.organization : &filter.party) = subject->name; break;
    }
    return filter;
}

/* Whether the section has a row. */
static int has_rows(scodb_t *db, int list, scodb_filter_t filter) {
    scodb_rows_t *rows;
    filter.limit = 1;
    int found = scodb_list(db, list, &filter, &rows) == SCODB_OK;
    if (found) {
        found = scodb_next(rows) != SCODB_DONE; /* an error shows when the section is printed */
        scodb_free(rows);
    }
    return found;
}

static int print_section(scodb_t *db, const subject_t *subject, const section_t *section, int first,
                         const options_t *options) {
    scodb_rows_t *rows;
    scodb_filter_t filter = filter_for(subject, section);
    if (options->format != JSON && !has_rows(db, section->list, filter)) {
        return DONE;
    }
    if (options->format == JSON) {
        fputs(first ? "\n" : ",\n", stdout);
        json_string(section->title);
        fputs(": ", stdout);
    } else {
        putchar('\n');
        print_heading(section->title, options);
    }
    int status = scodb_list(db, section->list, &filter, &rows);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    return print_rows(db, rows, section->columns, options) < 0 ? NO_DATABASE : DONE;
}

static int print_profile(scodb_t *db, const subject_t *subject, const options_t *options) {
    int status = DONE;
    char *name = text_clean(subject->kind == STATE || subject->kind == ORGANIZATION ? subject->form : subject->name);
    if (options->format == JSON) {
        fputs("{\"kind\": ", stdout);
        json_string(KINDS[subject->kind]);
        fputs(", \"name\": ", stdout);
        json_string(subject->name);
        fputs(",", stdout);
    } else {
        printf(options->format == MARKDOWN ? "# %s\n" : options->colour ? "\033[1;4m%s\033[0m\n" : "%s\n", name);
    }
    for (const section_t *section = SECTIONS[subject->kind]; section->title != NULL && status == DONE; section++) {
        status = print_section(db, subject, section, section == SECTIONS[subject->kind], options);
    }
    fputs(options->format == JSON ? "}\n" : "", stdout);
    free(name);
    return status;
}

/* The likest of the kind, SUBJECTS at most; their number, or -1 after an error. */
static int find_subjects(scodb_t *db, subject_kind_t kind, const char *name, subject_t *out) {
    scodb_rows_t *rows;
    int count = 0, status = scodb_find(db, name, &rows);
    if (status == SCODB_OK) {
        while ((status = scodb_next(rows)) == SCODB_ROW && count < SUBJECTS) {
            if (strcmp(scodb_get(rows, "kind"), KINDS[kind]) == 0) {
                out[count++] =
                    (subject_t){kind, scodb_int(rows, scodb_column(rows, "id")),
                                (int)scodb_int(rows, scodb_column(rows, "likeness")),
                                or_stop(strdup(scodb_get(rows, "name"))), or_stop(strdup(scodb_get(rows, "form")))};
            }
        }
        scodb_free(rows);
    }
    if (status != SCODB_DONE && status != SCODB_ROW) {
        database_error(db, status);
        return -1;
    }
    return count;
}

/* How many of the subjects were meant: those named exactly, else the only one that comes near; 0: it is not clear. */
static int meant(const subject_t *subjects, int count) {
    int exact = 0;
    while (exact < count && subjects[exact].likeness == 0) {
        exact++;
    }
    return exact > 0 || count != 1 ? exact : 1;
}

static int suggest(const char *name, const subject_t *subjects, int count, const char *kind) {
    if (count == 0) {
        return complain(NOTHING_FOUND, "no %s is called '%s'; scodb report names lists all names", kind, name);
    }
    char list[1024] = "";
    for (int i = 0; i < count; i++) {
        char *shown = text_clean(subjects[i].name), *form = text_clean(subjects[i].form);
        size_t used = strlen(list);
        const char *pattern = strcmp(shown, form) == 0 ? "%s'%s'" : "%s'%s' (%s)";
        snprintf(list + used, sizeof list - used, pattern, i > 0 ? ", " : "", shown, form);
        free(shown);
        free(form);
    }
    return complain(NOTHING_FOUND, "no %s is called just '%s'; is it %s?", kind, name, list);
}

static int show(scodb_t *db, subject_kind_t kind, const char *name, const options_t *options) {
    subject_t subjects[SUBJECTS];
    int count = find_subjects(db, kind, name, subjects);
    int status = count < 0 ? NO_DATABASE : DONE;
    int shown = meant(subjects, count);
    if (count >= 0 && shown == 0) {
        status = suggest(name, subjects, count, KINDS[kind]);
    }
    for (int i = 0; i < shown && status == DONE; i++) {
        fputs(i > 0 ? "\n" : "", stdout);
        status = print_profile(db, &subjects[i], options);
    }
    for (int i = 0; i < count; i++) {
        free(subjects[i].name);
        free(subjects[i].form);
    }
    return status;
}

static int run(scodb_t *db, const options_t *options) {
    if (options->format != TABLE && options->format != MARKDOWN && options->format != JSON) {
        return complain(WRONG_USE, "a profile is several tables; use --format table, markdown or json");
    }
    for (subject_kind_t kind = PERSON; kind <= INITIATIVE; kind++) {
        if (strcmp(options->args[0], KINDS[kind]) == 0) {
            return show(db, kind, options->args[1], options);
        }
    }
    return complain(WRONG_USE, "show %s: no such kind; it is person, state, organization, meeting or initiative",
                    options->args[0]);
}

const command_t show_command = {
    "show",
    "person|state|organization|meeting|initiative NAME",
    "show all that is known of someone or something",
    "NAME may be any spelling met, a surname alone, or a code; case and accents do not matter.\n"
    "If nobody is called so, those with similar names are listed.\n\n"
    "  scodb show person Tokayev\n"
    "  scodb show state KAZ --format markdown\n",
    2,
    2,
    run};
