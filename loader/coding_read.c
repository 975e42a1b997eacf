#include "coding_read.h"

#include <string.h>

static const char *keep(lexicon_t *lexicon, const char *text) {
    return text ? arena_strdup(lexicon->arena, text) : NULL;
}

static bool has_capital(const char *form) {
    return strpbrk(form, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != NULL;
}

/* Each form may mark one thing only; one with a capital must be written so. */
static void add_forms(lexicon_t *lexicon, config_t *config, json_t *forms, unsigned class, int entity) {
    size_t i;
    json_t *form;
    json_array_foreach(forms, i, form) {
        const char *text = json_string_value(form);
        if (lexicon_add(lexicon, text, class, entity, has_capital(text)) != NONE)
            config_error(config, text, "\"%s\" stands for something else already", text);
    }
}

static int signal_named(const lexicon_t *lexicon, const char *name) {
    for (int i = 0; i < lexicon->signals.count; i++)
        if (!strcmp(lexicon->signals.at[i], name))
            return i;
    return NONE;
}

/* A topic that is known already gets more forms. */
static int topic_named(lexicon_t *lexicon, const char *name, const char *note) {
    for (int i = 0; i < lexicon->topics.count; i++)
        if (!strcmp(lexicon->topics.at[i].name, name))
            return i;
    *list_add(lexicon->arena, &lexicon->topics) = (topic_t){keep(lexicon, name), keep(lexicon, note), 0};
    return lexicon->topics.count - 1;
}

void coding_read_topics(lexicon_t *lexicon, config_t *config) {
    size_t i;
    json_t *entry;
    json_array_foreach(json_object_get(config->root, "topics"), i, entry) {
        const char *name = config_string(entry, "topic");
        if (!config_check(config, entry, "topic:s note:s forms:l", name))
            continue;
        if (strchr(name, ','))
            config_error(config, name, "a comma in the name of a topic; it parts topics from each other");
        int topic = topic_named(lexicon, name, config_string(entry, "note"));
        if (topic < TOPICS_MAX)
            add_forms(lexicon, config, json_object_get(entry, "forms"), CLASS_topic, topic);
        else
            config_error(config, name, "more than %d topics", TOPICS_MAX);
    }
    add_forms(lexicon, config, json_object_get(config->root, "elsewhere"), CLASS_topic, NONE);
}

static void read_signal(lexicon_t *lexicon, config_t *config, json_t *entry) {
    const char *name = config_string(entry, "signal");
    if (!config_check(config, entry, "signal:s note:s forms:l", name))
        return;
    int signal = signal_named(lexicon, name);
    if (signal == NONE) {
        *list_add(lexicon->arena, &lexicon->signals) = keep(lexicon, name);
        signal = lexicon->signals.count - 1;
    }
    if (signal < SIGNALS_MAX)
        add_forms(lexicon, config, json_object_get(entry, "forms"), CLASS_signal, signal);
    else
        config_error(config, name, "more than %d signals", SIGNALS_MAX);
}

static uint64_t read_signals(lexicon_t *lexicon, config_t *config, json_t *names) {
    size_t i;
    json_t *name;
    uint64_t set = 0;
    json_array_foreach(names, i, name) {
        int signal = signal_named(lexicon, json_string_value(name));
        if (signal == NONE)
            config_error(config, json_string_value(name), "no signal is called \"%s\"", json_string_value(name));
        else
            set |= 1ull << (signal % SIGNALS_MAX);
    }
    return set;
}

int speech_act_number(const char *act) {
    static const char acts[] = "none" SPEECH_ACTS;
    int number = 0;
    size_t size = strlen(act);
    for (const char *at = acts; *at; at += strcspn(at, "|") + 1, number++)
        if (!strncmp(at, act, size) && at[size] == '|')
            return number;
    return NONE;
}

static void read_event(lexicon_t *lexicon, config_t *config, json_t *entry) {
    size_t i;
    json_t *act;
    if (!config_check(config, entry, "acts:l verb:l? words:l? category:s? note:s", config_string(entry, "note")))
        return;
    event_rule_t rule = {.verb = read_signals(lexicon, config, json_object_get(entry, "verb")),
                         .words = read_signals(lexicon, config, json_object_get(entry, "words")),
                         .category = keep(lexicon, config_string(entry, "category"))};
    if (rule.category && !strstr(EVENT_CATEGORIES, arena_printf(lexicon->arena, "|%s|", rule.category)))
        config_error(config, rule.category, "\"%s\" is no category", rule.category);
    json_array_foreach(json_object_get(entry, "acts"), i, act) {
        int number = speech_act_number(json_string_value(act));
        if (number == NONE)
            config_error(config, json_string_value(act), "\"%s\" is no speech act", json_string_value(act));
        else
            *list_add(lexicon->arena, &lexicon->events[number]) = rule;
    }
}

static void sum_up_events(lexicon_t *lexicon) {
    for (int act = 0; act < ACTS_MAX; act++) {
        event_rule_t all = {0};
        for (int i = lexicon->events[act].count - 1; i >= 0; i--) { /* the first that fits counts */
            const event_rule_t *rule = &lexicon->events[act].at[i];
            all.verb |= rule->verb;
            all.words |= rule->words;
            all.category = rule->verb | rule->words ? all.category : rule->category;
        }
        lexicon->eventless[act] = all;
    }
}

void coding_read_events(lexicon_t *lexicon, config_t *config) {
    size_t i;
    json_t *entry;
    json_array_foreach(json_object_get(config->root, "signals"), i, entry) read_signal(lexicon, config, entry);
    json_array_foreach(json_object_get(config->root, "events"), i, entry) read_event(lexicon, config, entry);
    sum_up_events(lexicon);
}
