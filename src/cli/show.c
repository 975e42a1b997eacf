/* scodb show: all that is known of a person, a state, an organization, a meeting, an initiative. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

typedef struct section {
    const char *title;
    int list;
    const char *columns;
    int by_organization; /* 1: the subject is the filter's organization, not its party */
} section_t;

static const section_t PERSON_SECTIONS[] = {
    {"Names", SCODB_NAMES, "form", 0},
    {"Offices", SCODB_TENURES, "role party party_name first last documents fact_id", 0},
    {"Meetings", SCODB_ATTENDANCE, "date meeting party capacity document fact_id", 0},
    {"Met", SCODB_ENCOUNTERS, "date meeting other other_party fact_id", 0},
    {"Initiatives", SCODB_PROPOSALS, "name party text fact_id", 0},
    {"Statements", SCODB_STATEMENTS, "mode verb text fact_id", 0},
    {NULL, 0, NULL, 0}};

static const section_t PARTY_SECTIONS[] = {
    {"Codes and names", SCODB_PARTIES, "party party_name alpha2 official_name", 0},
    {"Spellings", SCODB_NAMES, "form", 0},
    {"Offices", SCODB_TENURES, "person role first last documents fact_id", 0},
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
    {"Initiative", SCODB_INITIATIVES, "initiative kind parties first last proposals documents", 0},
    {"Put forward", SCODB_PROPOSALS, "name party person stance year quantity unit text document fact_id", 0},
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
    default: *(section->by_organization ? &filter.organization : &filter.party) = subject->code; break;
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

static int print_section(scodb_t *db, const subject_t *subject, const section_t *section, const options_t *options) {
    scodb_rows_t *rows;
    scodb_filter_t filter = filter_for(subject, section);
    if (options->format == JSON) {
        fputs(",\n", stdout);
        json_string(section->title);
        fputs(": ", stdout);
    } else if (!has_rows(db, section->list, filter)) {
        return DONE;
    }
    page_section(section->title, options);
    int status = scodb_list(db, section->list, &filter, &rows);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    return print_rows(db, rows, section->columns, options) < 0 ? NO_DATABASE : DONE;
}

static void begin_profile(const subject_t *subject, const char *wanted, const options_t *options) {
    if (options->format == JSON) {
        fputs("{\"kind\": ", stdout);
        json_string(SUBJECT_KINDS[subject->kind]);
        fputs(", \"name\": ", stdout);
        json_string(subject->code);
        return;
    }
    page_begin(subject->name, options);
    if (subject->likeness == SPELT_ALIKE) {
        char *note = make_text("This is spelt like '%s'; nothing has that very name.", wanted);
        page_text(note, options);
        free(note);
    }
}

/* One list of all that is known in short, where there is room for one list only. */
static int print_list(scodb_t *db, const subject_t *subject, const options_t *options) {
    scodb_rows_t *rows;
    int status = scodb_profile(db, SUBJECT_KINDS[subject->kind], subject->id, &rows);
    if (status != SCODB_OK) {
        return database_error(db, status);
    }
    return print_rows(db, rows, NULL, options) < 0 ? NO_DATABASE : DONE;
}

static int print_sections(scodb_t *db, const subject_t *subject, const char *wanted, const options_t *options) {
    int status = DONE;
    begin_profile(subject, wanted, options);
    for (const section_t *section = SECTIONS[subject->kind]; section->title != NULL && status == DONE; section++) {
        status = print_section(db, subject, section, options);
    }
    fputs(options->format == JSON ? "}\n" : "", stdout);
    page_end(options);
    return status;
}

static int run(scodb_t *db, const options_t *options) {
    subject_t subject;
    subject_kind_t kind = subject_kind(options->args[0]);
    int named = kind != ANY_KIND;
    if (named && options->arg_count == 1) {
        return complain(WRONG_USE, "show %s: no name; usage: scodb show %s", options->args[0], show_command.usage);
    }
    char *name = join_args(options->args + named, options->arg_count - named);
    int status = subject_find(db, kind, name, &subject, options);
    if (status == DONE) {
        int several = is_page(options) || options->format == JSON;
        status = several ? print_sections(db, &subject, name, options) : print_list(db, &subject, options);
        subject_free(&subject);
    }
    free(name);
    return status;
}

const command_t show_command = {
    .name = "show",
    .usage = "[KIND] NAME",
    .about = "show all that is known of someone or something",
    .help = "KIND is person, state, organization, meeting or initiative; it can be left out\n"
            "where the name tells it. NAME may be any spelling met, a surname alone, or a\n"
            "code; case, accents and a wrong letter do not matter. If it fits several, they\n"
            "are listed, each with an id that may stand for the name; if it fits none,\n"
            "similar names are suggested. CSV, TSV and JSONL give a summary.\n\n"
            "  scodb show Tokayev\n"
            "  scodb show state KAZ --format markdown\n",
    .least = 1,
    .most = 64,
    .takes = TAKES_LIMIT,
    .run = run,
};
