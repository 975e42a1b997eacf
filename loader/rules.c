#include "rules.h"

#include <string.h>

static stage_t *stage_of(rules_t *rules, lexicon_t *lexicon, config_t *config) {
    const char *name = config_string(config->root, "stage");
    for (int i = 0; i < rules->stages.count; i++)
        if (!strcmp(rules->stages.at[i].name, name))
            return &rules->stages.at[i];
    if (rules->stages.count == STAGES_MAX) {
        config_error(config, name, "there are %d stages already; give one of their names", STAGES_MAX);
        return NULL;
    }
    stage_t *stage = list_add(lexicon->arena, &rules->stages);
    stage->name = arena_strdup(lexicon->arena, name);
    stage->program.lexicon = lexicon;
    return stage;
}

static const rule_t *rule_named(const rules_t *rules, const char *name) {
    for (int i = 0; i < rules->stages.count; i++)
        for (int k = 0; k < rules->stages.at[i].rules.count; k++)
            if (!strcmp(rules->stages.at[i].rules.at[k].name, name))
                return &rules->stages.at[i].rules.at[k];
    return NULL;
}

static void read_strings(lexicon_t *lexicon, json_t *list, strings_t *out) {
    size_t i;
    json_t *value;
    json_array_foreach(list, i, value) * list_add(lexicon->arena, out) =
        arena_strdup(lexicon->arena, json_string_value(value));
}

static int read_condition(config_t *config, stage_t *stage, json_t *rule, const char *key) {
    const char *text = config_string(rule, key), *why = NULL;
    if (!text)
        return NONE;
    int atom = pattern_atom(&stage->program, text, stage->program.lexicon->arena, &why);
    if (why)
        config_error(config, text, "rule %s: %s: %s", config_string(rule, "name"), key, why);
    return atom;
}

/* "makes" names the classes of the item that the rule folds its match into, with blanks between them. */
static void read_makes(config_t *config, lexicon_t *lexicon, const char *labels, rule_t *rule) {
    while (*labels) {
        size_t size = strcspn(labels, " ");
        unsigned class = lexicon_class(lexicon, arena_strndup(lexicon->arena, labels, size));
        if (!class)
            config_error(config, rule->name, "rule %s: there are too many classes", rule->name);
        rule->makes.bits[class / 64] |= 1ull << (class % 64);
        lexicon->made.bits[class / 64] |= 1ull << (class % 64);
        labels += size + (labels[size] == ' ');
    }
}

/* What the code cannot do without. */
static void check_needed(config_t *config, const rule_t *rule) {
    static const struct {
        unsigned class;
        const char *name, *key;
    } needed[] = {{CLASS_cue, "cue", "does"},
                  {CLASS_cue, "cue", "side"},
                  {CLASS_report, "report", "mode"},
                  {CLASS_standing, "standing", "event"}};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (class_set_has(&rule->makes, needed[i].class) && !rule_property(rule, needed[i].key))
            config_error(config, rule->name, "rule %s: what makes <%s> needs \"%s\" in its \"set\"", rule->name,
                         needed[i].name, needed[i].key);
}

static report_mode_t read_mode(config_t *config, const rule_t *rule) {
    static const char *const modes[] = {"",
#define X(name) #name,
                                        REPORT_MODES(X)
#undef X
    };
    const char *mode = rule_property(rule, "mode");
    for (size_t i = 1; mode && i < sizeof modes / sizeof *modes; i++)
        if (!strcmp(modes[i], mode))
            return (report_mode_t)i;
    if (mode)
        config_error(config, rule->name, "rule %s: \"mode\" is clause, infinitive, noun, bare or source, not \"%s\"",
                     rule->name, mode);
    return MODE_none;
}

static void compile(config_t *config, stage_t *stage, rule_t *rule, int number) {
    lexicon_t *lexicon = stage->program.lexicon;
    int place = 0;
    rule->start = stage->program.code.count;
    const char *why = pattern_compile(&stage->program, rule->pattern, number, lexicon->arena, &place);
    if (why)
        config_error(config, rule->name, "rule %s: %s, near \"%.20s\"", rule->name, why, rule->pattern + place);
    for (int i = rule->start; i < stage->program.code.count; i++)
        rule->parts |= stage->program.code.at[i].op == OP_OPEN;
}

static void read_rule(rules_t *rules, stage_t *stage, config_t *config, json_t *value) {
    const char *name = config_string(value, "name");
    lexicon_t *lexicon = stage->program.lexicon;
    json_t *property;
    const char *key;
    if (!config_check(config, value, "name:s makes:s pattern:s note:s left:s? right:s? priority:i? set:m? yes:l no:l?",
                      name))
        return;
    if (rule_named(rules, name)) {
        config_error(config, name, "rule %s is there twice", name);
        return;
    }
    rule_t *rule = list_add(lexicon->arena, &stage->rules);
    rule->name = arena_strdup(lexicon->arena, name);
    rule->note = arena_strdup(lexicon->arena, config_string(value, "note"));
    rule->pattern = arena_strdup(lexicon->arena, config_string(value, "pattern"));
    rule->file = arena_strdup(lexicon->arena, config->file);
    rule->line = config_line(config, "name", name, NULL);
    rule->own = config->own;
    rule->stage = (int)(stage - rules->stages.at);
    rule->priority = (int)json_integer_value(json_object_get(value, "priority"));
    rule->left = read_condition(config, stage, value, "left");
    rule->right = read_condition(config, stage, value, "right");
    read_makes(config, lexicon, config_string(value, "makes"), rule);
    read_strings(lexicon, json_object_get(value, "yes"), &rule->yes);
    read_strings(lexicon, json_object_get(value, "no"), &rule->no);
    json_object_foreach(json_object_get(value, "set"), key, property) * list_add(lexicon->arena, &rule->set) =
        (property_t){arena_strdup(lexicon->arena, key), arena_strdup(lexicon->arena, json_string_value(property))};
    check_needed(config, rule);
    rule->mode = read_mode(config, rule);
    rule->by_group = rule_property(rule, "speaker") != NULL;
    if (rule->yes.count < 2)
        config_error(config, name, "rule %s needs two yes-examples or more", name);
    compile(config, stage, rule, stage->rules.count - 1);
}

static void read_coded(rules_t *rules, lexicon_t *lexicon, config_t *config, json_t *value) {
    if (config_check(config, value, "name:s note:s", config_string(value, "name")))
        *list_add(lexicon->arena, &rules->coded) =
            (coded_rule_t){arena_strdup(lexicon->arena, config_string(value, "name")),
                           arena_strdup(lexicon->arena, config_string(value, "note"))};
}

void rules_read(rules_t *rules, lexicon_t *lexicon, config_t *config) {
    size_t i;
    json_t *value;
    const char *key;
    json_array_foreach(json_object_get(config->root, "coded"), i, value) read_coded(rules, lexicon, config, value);
    if (json_object_get(config->root, "coded")) {
        config_check(config, config->root, "note:s coded:a rules:a", NULL);
        return;
    }
    if (!config_check(config, config->root, "stage:s note:s define:m? rules:a", NULL))
        return;
    stage_t *stage = stage_of(rules, lexicon, config);
    if (!stage)
        return;
    json_object_foreach(json_object_get(config->root, "define"), key, value) *
        list_add(lexicon->arena, &stage->program.macros) =
        (macro_t){arena_strdup(lexicon->arena, key), arena_strdup(lexicon->arena, json_string_value(value))};
    json_array_foreach(json_object_get(config->root, "rules"), i, value) read_rule(rules, stage, config, value);
}

/* The first rule of a stage that uses an atom, for the place of an error. */
static const rule_t *rule_with_atom(const stage_t *stage, int atom) {
    const rule_t *found = NULL;
    for (int k = 0; k < stage->rules.count && !found; k++) {
        if (stage->rules.at[k].left == atom || stage->rules.at[k].right == atom)
            found = &stage->rules.at[k];
        for (int i = stage->rules.at[k].start; !found && i < stage->program.code.count; i++)
            if (stage->program.code.at[i].op == OP_ATOM && stage->program.code.at[i].x == atom)
                found = &stage->rules.at[k];
            else if (stage->program.code.at[i].op == OP_MATCH)
                break;
    }
    return found;
}

static int check_classes(const stage_t *stage, const lexicon_t *lexicon, FILE *errors) {
    int failures = 0;
    for (int i = 0; i < stage->program.atoms.count; i++) {
        const atom_t *atom = &stage->program.atoms.at[i];
        for (int k = 0; k < atom->conditions.count; k++) {
            if (atom->conditions.at[k].op != CONDITION_CLASS ||
                class_set_has(&lexicon->made, atom->conditions.at[k].operand))
                continue;
            const rule_t *rule = rule_with_atom(stage, i);
            failures++;
            fprintf(errors, "%s:%d: rule %s: no word and no rule makes the class <%s>\n",
                    rule ? rule->file : stage->name, rule ? rule->line : 1, rule ? rule->name : "?",
                    lexicon->classes.at[atom->conditions.at[k].operand]);
        }
    }
    return failures;
}

int rules_freeze(rules_t *rules, lexicon_t *lexicon, FILE *errors) {
    int failures = 0;
    for (int i = 0; i < rules->stages.count; i++) {
        for (int k = 0; k < rules->stages.at[i].rules.count; k++) {
            rule_t *rule = &rules->stages.at[i].rules.at[k];
            rule->kind = lexicon_kind(lexicon, &rule->makes);
        }
        failures += check_classes(&rules->stages.at[i], lexicon, errors);
    }
    return failures;
}

const char *rule_property(const rule_t *rule, const char *key) {
    for (int i = 0; i < rule->set.count; i++)
        if (!strcmp(rule->set.at[i].key, key))
            return rule->set.at[i].value;
    return NULL;
}
