#include <string.h>

#include "lint_parts.h"

/* ---- forms that are there already ---- */

/* Lists whose entries have forms, and the key by which an entry is called. */
static const struct form_list {
    const char *list, *key, *forms;
    bool named;  /* the key's value is a form too */
    bool apart;  /* a form may belong to several entries */
    bool proper; /* capitals count */
} form_lists[] = {
    {"roles", "role", "forms", true, false, false},       {"roles", "role", "plural", false, false, false},
    {"verbs", "verb", "forms", false, false, false},      {"kinds", "kind", "forms", false, false, false},
    {"actions", "past", "forms", false, false, false},    {"places", "name", "forms", true, false, true},
    {"currencies", "unit", "forms", false, false, false}, {"units", "unit", "forms", false, false, false},
    {"classes", "class", "words", false, true, true},
};

/* The entries that have a form: by what it is a form of, and the form. */
typedef struct holders {
    lint_t *lint;
    map_t *seen;     /* place in entries + 1 */
    strings_t names; /* of entries */
} holders_t;

static void note_form(holders_t *h, const struct form_list *list, const data_file_t *file, const char *entry,
                      const char *form) {
    lint_t *lint = h->lint;
    char *key = arena_printf(lint->arena, "%s %s %d %s\n%s", list->list, list->forms, file->order,
                             list->apart ? entry : "", form);
    for (char *c = key; *c && !list->proper && !strchr(form, '-'); c++) /* Co-Chair and co-chair: other tokens */
        *c = (char)vocab_lower((unsigned char)*c);
    int64_t *holder = map_at(h->seen, key, strlen(key));
    if (!*holder) {
        *list_add(lint->arena, &h->names) = entry;
        *holder = h->names.count;
        return;
    }
    const char *other = h->names.at[*holder - 1];
    int line = config_line(&file->config, list->key, entry, form);
    if (!strcmp(other, entry))
        lint_warn(lint, file->config.file, line, "\"%s\" is there twice under %s \"%s\"", form, list->key, entry);
    else
        lint_warn(lint, file->config.file, line,
                  "\"%s\" stands for %s \"%s\" already; what \"%s\" says of it is not read", form, list->key, other,
                  entry);
}

static void note_forms(holders_t *h, const struct form_list *list, const data_file_t *file) {
    size_t i, k;
    json_t *entry, *form;
    json_array_foreach(json_object_get(file->config.root, list->list), i, entry) {
        const char *name = json_string_value(json_object_get(entry, list->key));
        if (!name)
            continue;
        if (list->named)
            note_form(h, list, file, name, name);
        json_array_foreach(json_object_get(entry, list->forms), k, form) if (json_is_string(form))
            note_form(h, list, file, name, json_string_value(form));
    }
}

/* ---- values that the database takes ---- */

static const struct value_list {
    const char *list, *name, *key, *values[12];
} value_lists[] = {
    {"verbs",
     "verb",
     "act",
     {"asserts", "proposes", "promises", "asks", "praises", "thanks", "hopes", "opposes", "agrees", "announces",
      "expresses"}},
    {"roles",
     "role",
     "rank",
     {"head of state", "head of government", "deputy head", "minister", "head of organization", "deputy minister",
      "ambassador", "official", "other"}},
    {"heads",
     "word",
     "rank",
     {"head of state", "head of government", "deputy head", "minister", "head of organization", "deputy minister",
      "ambassador", "official", "other"}},
};

static bool is_value(const struct value_list *list, const char *value) {
    for (int i = 0; i < 12 && list->values[i]; i++)
        if (!strcmp(list->values[i], value))
            return true;
    return false;
}

static void check_values(lint_t *lint, const struct value_list *list, const config_t *config) {
    size_t i;
    json_t *entry;
    json_array_foreach(json_object_get(config->root, list->list), i, entry) {
        const char *name = json_string_value(json_object_get(entry, list->name));
        const char *value = json_string_value(json_object_get(entry, list->key));
        if (name && value && !is_value(list, value))
            lint_error(lint, config->file, config_line(config, list->name, name, list->key),
                       "%s \"%s\": the database takes no %s \"%s\"", list->name, name, list->key, value);
    }
}

/* ---- what refers to something that is not there ---- */

static bool has_role(const lexicon_t *lexicon, const char *role) {
    for (int i = 0; i < lexicon->roles.count; i++)
        if (!strcmp(lexicon->roles.at[i].name, role))
            return true;
    return false;
}

static bool has_party(const lexicon_t *lexicon, const char *code) {
    for (int i = 0; i < lexicon->parties.count; i++)
        if (!strcmp(lexicon->parties.at[i].party.code, code))
            return true;
    return false;
}

static void check_person(lint_t *lint, const config_t *config, const json_t *person) {
    const char *name = json_string_value(json_object_get(person, "name"));
    size_t i;
    json_t *term;
    json_array_foreach(json_object_get(person, "terms"), i, term) {
        const char *role = json_string_value(json_object_get(term, "role"));
        if (name && role && !has_role(&lint->knowledge->lexicon, role))
            lint_warn(lint, config->file, config_line(config, "name", name, role),
                      "%s: no list of roles has \"%s\", so that no text can give it", name, role);
    }
}

static void check_organization(lint_t *lint, const config_t *config, const json_t *organization) {
    const char *name = json_string_value(json_object_get(organization, "name"));
    size_t i;
    json_t *member;
    json_array_foreach(json_object_get(organization, "members"), i, member) {
        const char *code = json_string_value(member);
        if (name && code && !has_party(&lint->knowledge->lexicon, code))
            lint_warn(lint, config->file, config_line(config, "name", name, code),
                      "%s: no state or organization has the code \"%s\"", name, code);
    }
}

static void check_class(lint_t *lint, const config_t *config, const json_t *class) {
    const char *name = json_string_value(json_object_get(class, "class"));
    if (!name)
        return;
    int line = config_line(config, "class", name, NULL);
    if (json_array_size(json_object_get(class, "words")) == 0)
        lint_warn(lint, config->file, line, "the class <%s> has no words", name);
    if (!lint_is_read(lint, lexicon_known_class(&lint->knowledge->lexicon, name)))
        lint_warn(lint, config->file, line, "no rule and nothing in the program reads the class <%s>", name);
}

static void check_verb(lint_t *lint, const config_t *config, const json_t *verb) {
    const char *name = json_string_value(json_object_get(verb, "verb"));
    if (name && json_array_size(json_object_get(verb, "takes")) == 0)
        lint_warn(lint, config->file, config_line(config, "verb", name, NULL),
                  "the verb \"%s\" takes nothing, so that it reports nothing", name);
}

static const struct entry_check {
    const char *list;
    void (*check)(lint_t *lint, const config_t *config, const json_t *entry);
} entry_checks[] = {
    {"people", check_person}, {"organizations", check_organization}, {"classes", check_class}, {"verbs", check_verb}};

static void check_entries(lint_t *lint, const config_t *config) {
    for (size_t i = 0; i < sizeof value_lists / sizeof *value_lists; i++)
        check_values(lint, &value_lists[i], config);
    for (size_t i = 0; i < sizeof entry_checks / sizeof *entry_checks; i++) {
        size_t k;
        json_t *entry;
        json_array_foreach(json_object_get(config->root, entry_checks[i].list), k, entry) entry_checks[i].check(
            lint, config, entry);
    }
}

void lint_words(lint_t *lint) {
    holders_t holders = {.lint = lint, .seen = map_new()};
    for (int i = 0; i < lint->files.list.count; i++) {
        const data_file_t *file = &lint->files.list.at[i];
        if (!file->words)
            continue;
        check_entries(lint, &file->config);
        for (size_t k = 0; k < sizeof form_lists / sizeof *form_lists; k++)
            note_forms(&holders, &form_lists[k], file);
    }
    map_free(holders.seen);
}
