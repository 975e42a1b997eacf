#include <ctype.h>
#include <string.h>

#include "lint_parts.h"

/* ---- properties: what "set" can hold ---- */

/* Which properties the program reads of what a rule makes, and their values. */
static const struct property_values {
    const char *class, *key, *values[8];
} properties[] = {
    {"cue", "does", {"attend", "chair", "hold", "meet"}},
    {"cue", "side", {"left", "right", "both", "none"}},
    {"cue", "lends", {"left"}},
    {"report", "mode", {"bare", "clause", "infinitive", "noun", "source"}},
    {"report", "speaker", {"group"}},
    {"standing", "event", {"accession", "standing", "presidency"}},
    {"standing", "status", {"chair"}},
    {"standing", "side", {"left", "right"}},
    {"delegation", "capacity", {"guest", "observer"}},
    {"delegation", "standing", {"member", "observer", "dialogue partner"}},
    {"head", "capacity", {"guest", "observer"}},
    {"head", "standing", {"member", "observer", "dialogue partner"}},
};
enum { PROPERTIES = sizeof properties / sizeof *properties };

static bool makes(const lint_t *lint, const rule_t *rule, const char *class) {
    return class_set_has(&rule->makes, lexicon_known_class(&lint->knowledge->lexicon, class));
}

static void check_property(lint_t *lint, const rule_t *rule, const property_t *property) {
    const char *known = "";
    for (int i = 0; i < PROPERTIES; i++) {
        if (strcmp(properties[i].key, property->key) != 0 || !makes(lint, rule, properties[i].class))
            continue;
        for (int k = 0; k < 8 && properties[i].values[k]; k++) {
            if (!strcmp(properties[i].values[k], property->value))
                return;
            known = arena_printf(lint->arena, "%s%s%s", known, k ? ", " : "", properties[i].values[k]);
        }
    }
    if (*known)
        lint_warn(lint, rule->file, rule->line, "rule %s: \"%s\" is not a value of \"%s\" that is read (%s)",
                  rule->name, property->value, property->key, known);
    else
        lint_warn(lint, rule->file, rule->line, "rule %s: nothing reads the property \"%s\" of what it makes",
                  rule->name, property->key);
}

/* ---- classes ---- */

/* In which stage a class is made first: -1 by words, before all stages; NEVER. */
enum { NEVER = 1 << 20 };

static int *stages_of_classes(const lint_t *lint) {
    const lexicon_t *lexicon = &lint->knowledge->lexicon;
    const rules_t *rules = &lint->knowledge->rules;
    int *stages = arena_alloc(lint->arena, sizeof *stages * CLASS_MAX);
    for (int i = 0; i < CLASS_MAX; i++)
        stages[i] = NEVER;
    for (int s = rules->stages.count - 1; s >= 0; s--)
        for (int k = 0; k < rules->stages.at[s].rules.count; k++)
            for (unsigned i = 1; i < CLASS_MAX; i++)
                if (class_set_has(&rules->stages.at[s].rules.at[k].makes, i))
                    stages[i] = s;
    for (int i = 1; i < lexicon->terms.count; i++)
        for (int k = 0; k < lexicon->terms.at[i].count; k++)
            stages[lexicon->senses.at[lexicon->terms.at[i].first + k].class] = -1;
    return stages;
}

static bool names_class(const atom_t *atom, unsigned class) {
    for (int i = 0; i < atom->conditions.count; i++)
        if (atom->conditions.at[i].op == CONDITION_CLASS && atom->conditions.at[i].operand == class)
            return true;
    return false;
}

bool lint_is_read(const lint_t *lint, unsigned class) {
    const rules_t *rules = &lint->knowledge->rules;
    for (int s = 0; class >= CLASS_KNOWN && s < rules->stages.count; s++) {
        const program_t *program = &rules->stages.at[s].program;
        for (int i = 0; i < program->atoms.count; i++)
            if (names_class(&program->atoms.at[i], class))
                return true;
    }
    return class < CLASS_KNOWN;
}

static void check_atom(lint_t *lint, const rule_t *rule, const atom_t *atom, const int *stages) {
    const knowledge_t *k = lint->knowledge;
    for (int i = 0; i < atom->conditions.count; i++) {
        unsigned class = atom->conditions.at[i].operand;
        if (atom->conditions.at[i].op != CONDITION_CLASS || stages[class] < rule->stage || stages[class] == NEVER)
            continue;
        lint_warn(lint, rule->file, rule->line,
                  "rule %s: <%s> is made by stage %s, which does not come before stage %s", rule->name,
                  k->lexicon.classes.at[class], k->rules.stages.at[stages[class]].name,
                  k->rules.stages.at[rule->stage].name);
    }
}

/* Whether some word, or what some rule makes, can fulfil a condition. */
static bool can_hold(const lint_t *lint, const atom_t *atom) {
    const lexicon_t *lexicon = &lint->knowledge->lexicon;
    for (int kind = 0; kind < lexicon->kinds.count; kind++)
        for (int shape = 0; shape < SHAPE_COUNT; shape++)
            if (pattern_holds(lexicon, atom, (uint16_t)kind, (uint8_t)shape))
                return true;
    return false;
}

/* The conditions of a rule, each once. */
static void check_order(lint_t *lint, const stage_t *stage, const rule_t *rule, const int *stages) {
    const program_t *program = &stage->program;
    bool *seen = arena_zalloc(lint->arena, (size_t)program->atoms.count + 1);
    if (rule->left != NONE)
        seen[rule->left] = true;
    if (rule->right != NONE)
        seen[rule->right] = true;
    for (int i = rule->start; i < program->code.count && program->code.at[i].op != OP_MATCH; i++)
        if (program->code.at[i].op == OP_ATOM)
            seen[program->code.at[i].x] = true;
    for (int i = 0; i < program->atoms.count; i++) {
        if (!seen[i])
            continue;
        check_atom(lint, rule, &program->atoms.at[i], stages);
        if (!can_hold(lint, &program->atoms.at[i]))
            lint_warn(lint, rule->file, rule->line, "rule %s: no word is <%s>, and no rule makes one", rule->name,
                      program->atoms.at[i].text);
    }
}

/* What a rule makes is for somebody to read; <nothing> is for those that only keep others off their words. */
static void check_makes(lint_t *lint, const rule_t *rule) {
    const strings_t *classes = &lint->knowledge->lexicon.classes;
    for (int i = 1; i < classes->count; i++)
        if (class_set_has(&rule->makes, (unsigned)i) && strcmp(classes->at[i], "nothing") != 0 &&
            !lint_is_read(lint, (unsigned)i))
            lint_warn(lint, rule->file, rule->line, "rule %s: no rule and nothing in the program reads <%s>",
                      rule->name, classes->at[i]);
}

/* ---- rules and examples that are there twice ---- */

static void check_twin(lint_t *lint, map_t *seen, const stage_t *stage, int number) {
    const rule_t *rule = &stage->rules.at[number];
    const char *key = arena_printf(lint->arena, "%s\n%d\n%d\n%s", stage->name, rule->left, rule->right, rule->pattern);
    int64_t *first = map_at(seen, key, strlen(key));
    if (*first)
        lint_warn(lint, rule->file, rule->line, "rule %s: rule %s has the same pattern and conditions", rule->name,
                  stage->rules.at[*first - 1].name);
    else
        *first = number + 1;
}

static void check_examples_once(lint_t *lint, const rule_t *rule) {
    map_t *seen = map_new();
    for (int i = 0; i < rule->yes.count + rule->no.count; i++) {
        const char *example = i < rule->yes.count ? rule->yes.at[i] : rule->no.at[i - rule->yes.count];
        if ((*map_at(seen, example, strlen(example)))++ == 1)
            lint_warn(lint, rule->file, rule->line, "rule %s: the example is there twice: %s", rule->name, example);
    }
    map_free(seen);
}

/* ---- definitions ---- */

static void note_uses(lint_t *lint, map_t *used, const char *stage, const char *pattern) {
    for (const char *at = pattern; (at = strchr(at, '$'));) {
        size_t size = 0;
        for (at++; isalnum((unsigned char)at[size]) || at[size] == '_';)
            size++;
        const char *key = arena_printf(lint->arena, "%s\n%.*s", stage, (int)size, at);
        *map_at(used, key, strlen(key)) = 1;
    }
}

static void note_file(lint_t *lint, map_t *used, const json_t *root) {
    const char *stage = json_string_value(json_object_get(root, "stage")), *key;
    size_t i;
    json_t *value;
    json_array_foreach(json_object_get(root, "rules"), i, value) {
        const char *pattern = json_string_value(json_object_get(value, "pattern"));
        if (stage && pattern)
            note_uses(lint, used, stage, pattern);
    }
    json_object_foreach(json_object_get(root, "define"), key, value) if (stage && json_is_string(value))
        note_uses(lint, used, stage, json_string_value(value));
}

static void check_definitions(lint_t *lint, map_t *used, const config_t *config) {
    const char *stage = config_string(config->root, "stage"), *key;
    json_t *value;
    json_object_foreach(json_object_get(config->root, "define"), key, value) {
        const char *name = arena_printf(lint->arena, "%s\n%s", stage ? stage : "", key);
        if (!*map_at(used, name, strlen(name)))
            lint_warn(lint, config->file, config_line(config, key, json_string_value(value), NULL),
                      "no rule of stage %s uses the definition $%s", stage, key);
    }
}

/* The files of a stage share their definitions. */
static void check_all_definitions(lint_t *lint) {
    map_t *used = map_new();
    for (int i = 0; i < lint->files.list.count; i++)
        if (!lint->files.list.at[i].words)
            note_file(lint, used, lint->files.list.at[i].config.root);
    for (int i = 0; i < lint->files.list.count; i++)
        if (!lint->files.list.at[i].words)
            check_definitions(lint, used, &lint->files.list.at[i].config);
    map_free(used);
}

void lint_rules(lint_t *lint) {
    const rules_t *rules = &lint->knowledge->rules;
    const int *stages = stages_of_classes(lint);
    map_t *seen = map_new();
    for (int s = 0; s < rules->stages.count; s++)
        for (int i = 0; i < rules->stages.at[s].rules.count; i++) {
            const rule_t *rule = &rules->stages.at[s].rules.at[i];
            for (int k = 0; k < rule->set.count; k++)
                check_property(lint, rule, &rule->set.at[k]);
            check_order(lint, &rules->stages.at[s], rule, stages);
            check_makes(lint, rule);
            check_twin(lint, seen, &rules->stages.at[s], i);
            check_examples_once(lint, rule);
        }
    map_free(seen);
    check_all_definitions(lint);
}
