#include "made_facts.h"

#include <stdbool.h>
#include <string.h>

typedef struct maker {
    arena_t *arena;
    facts_t *facts;
    random_t random;
    evidence_t passages[16];
    int passage_count;
} maker_t;

static const char *const sentences[] = {"The bridge at Šumava opens in spring",
                                        "Trade  between the two coasts\u00a0doubled",
                                        "Trade between the two coasts doubled",
                                        "Our harbour stays open to all ships",
                                        "Ñandú herds cross the border freely",
                                        "A second railway is needed",
                                        "The fair of the lakes will be held again",
                                        "Everybody thanked the hosts",
                                        "Water is shared by treaty"};
static const char *const organizations[][3] = {{"FBO", "Foo Bar Organization", "grouping"},
                                               {"Foo Bar Organization", "Foo Bar Organization", "body"},
                                               {"GBO", "Foo Bar Organization", "grouping"},
                                               {"FBO", "Far Bank Organization", "bank"},
                                               {"Far Bank Organization", "Far Bank Organization", 0},
                                               {"LLU", "League of Lakes", "grouping"},
                                               {"League of Lakes", "League of Lakes", "grouping"},
                                               {"LLU", "LLU", "organ"},
                                               {"GBO", "Lake Board", "organ"},
                                               {"Lake Board", "Lake Board", "organ"}};
/* Key, name, name in the word list: some may be one person, depending on who else there is. */
static const char *const people[][3] = {{"tavo brill", "Tavo Brill", "Tavo The Listed Brill"},
                                        {"tavo brill", "Tavo Bríll", 0},
                                        {"brill", "Brill", 0},
                                        {"tavo elan brill", "Tavo Élan Brill", 0},
                                        {"tavo orm brill", "Tavo Orm Brill", 0},
                                        {"t brill", "T. Brill", 0},
                                        {"brill tavo", "Brill Tavo", 0},
                                        {"toma brill", "Toma Brill", "Toma The Listed"},
                                        {"tavob rill", "Tavob Rill", 0},
                                        {"elan", "Elan", 0},
                                        {"tavo elan", "Tavo Elan", 0}};
static const char *const years[] = {NULL, "2031-05-08", "2033-01-02", "2070-01-01"};
static const char *const dates[] = {NULL, "2031-05-06", "2031-05-07", "2032-01-30"};
static const char *const places[] = {NULL, "Porto Lindo", "Vale Alto"};
static const char *const rules[] = {"made-plain", "made-list", "made-odd"};

#define COUNT_OF(array) ((uint32_t)(sizeof(array) / sizeof *(array)))
#define ANY(maker, array) ((array)[random_below(&(maker)->random, COUNT_OF(array))])

uint32_t random_below(random_t *random, uint32_t end) {
    random->state = random->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((random->state >> 33) % end);
}

static int below(maker_t *maker, int end) {
    return (int)random_below(&maker->random, (uint32_t)end);
}

static uint32_t characters(const char *text) {
    uint32_t count = 0;
    for (; *text; text++)
        count += (*text & 0xc0) != 0x80;
    return count;
}

static void make_text(maker_t *maker, int number, int version) {
    char *text = arena_printf(maker->arena, "Document %d, version %d.", number, version);
    maker->passage_count = 4 + below(maker, 8);
    for (int i = 0; i < maker->passage_count; i++) {
        const char *sentence = ANY(maker, sentences);
        uint32_t start = characters(text) + 1;
        maker->passages[i] = (evidence_t){.start = start, .end = start + characters(sentence)};
        text = arena_printf(maker->arena, "%s\n%s.", text, sentence);
        *list_add(maker->arena, &maker->facts->sentences) =
            (sentence_t){start, start + characters(sentence) + 1, i + 1};
    }
    maker->facts->document = (document_t){.name = arena_printf(maker->arena, "doc-%02d", number),
                                          .text = text,
                                          .title = number % 3 ? "A title" : NULL,
                                          .published = ANY(maker, years),
                                          .size = strlen(text)};
}

static evidence_t passage(maker_t *maker) {
    evidence_t found = maker->passages[below(maker, maker->passage_count)];
    found.rule = ANY(maker, rules);
    return found;
}

static bool has_code(const facts_t *facts, const char *code) {
    for (int i = 0; i < facts->parties.count; i++)
        if (!strcmp(facts->parties.at[i].code, code))
            return true;
    return false;
}

static void make_parties(maker_t *maker) {
    int states = 1 + below(maker, 3), wanted = 1 + below(maker, 3);
    *list_add(maker->arena, &maker->facts->parties) = (party_t){.kind = "group", .code = "group"};
    for (int i = 0; i < states; i++) {
        int which = (below(maker, 2) + 2 * i);
        *list_add(maker->arena, &maker->facts->parties) =
            (party_t){.kind = "state",
                      .code = arena_printf(maker->arena, "Q%cQ", 'A' + which),
                      .alpha2 = arena_printf(maker->arena, "Q%c", 'A' + which),
                      .name = arena_printf(maker->arena, "State %d", which),
                      .official = which % 2 ? "The State" : NULL};
    }
    for (int i = 0; i < wanted; i++) {
        const char *const *claim = ANY(maker, organizations);
        if (has_code(maker->facts, claim[0]))
            continue;
        party_t *party = list_add(maker->arena, &maker->facts->parties);
        *party = (party_t){.kind = "organization", .code = claim[0], .name = claim[1], .sort = claim[2]};
        *list_add(maker->arena, &party->forms) =
            below(maker, 2) ? claim[0] : arena_printf(maker->arena, "the %s", claim[1]);
    }
}

static void make_people(maker_t *maker) {
    int count = 1 + below(maker, 4), first = below(maker, (int)COUNT_OF(people));
    for (int i = 0; i < count; i++) {
        const char *const *who = people[(uint32_t)(first + i * 3) % COUNT_OF(people)];
        person_t *person = list_add(maker->arena, &maker->facts->people);
        *person = (person_t){.key = who[0], .name = who[1], .listed = who[2] && below(maker, 2)};
        *list_add(maker->arena, &person->forms) = person->name;
        if (person->listed)
            person->name = who[2];
    }
}

static int any_party(maker_t *maker) {
    return below(maker, maker->facts->parties.count);
}

static int any_organization(maker_t *maker) {
    int party = any_party(maker);
    return strcmp(maker->facts->parties.at[party].kind, "organization") ? NONE : party;
}

static int any_person(maker_t *maker) {
    return below(maker, maker->facts->people.count + 1) - 1;
}

static int any_meeting(maker_t *maker) {
    return below(maker, maker->facts->meetings.count + 1) - 1;
}

static void make_meetings(maker_t *maker) {
    int count = below(maker, 4);
    for (int i = 0; i < count; i++) {
        meeting_t *meeting = list_add(maker->arena, &maker->facts->meetings);
        int keys = 1 + below(maker, 3);
        for (int k = 0; k < keys; k++)
            *list_add(maker->arena, &meeting->keys) = arena_printf(maker->arena, "key-%d", below(maker, 12));
        meeting->name = arena_printf(maker->arena, "%s %d", below(maker, 2) ? "Lake talks" : "Meeting of the Lakes",
                                     below(maker, 3));
        meeting->organization = any_organization(maker);
        meeting->ordinal = below(maker, 3);
        meeting->date = ANY(maker, dates);
        meeting->place = ANY(maker, places);
        meeting->evidence = passage(maker);
    }
}

static void make_done(maker_t *maker) {
    facts_t *facts = maker->facts;
    static const char *const capacities[] = {"chair", "participant", "guest", "observer"};
    static const char *const roles[][2] = {
        {"President", "head of state"}, {"President", "head of organization"}, {"Minister", "minister"}, {0}};
    for (int i = 0; i < facts->people.count; i++) {
        const char *const *role = ANY(maker, roles);
        *list_add(maker->arena, &facts->offices) = (office_t){.person = i,
                                                              .role = role[0],
                                                              .rank = role[1],
                                                              .post = role[0],
                                                              .party = any_party(maker),
                                                              .evidence = passage(maker)};
    }
    for (int i = below(maker, 6); i && facts->meetings.count; i--)
        *list_add(maker->arena, &facts->attendance) = (attendance_t){.meeting = below(maker, facts->meetings.count),
                                                                     .person = any_person(maker),
                                                                     .party = any_party(maker),
                                                                     .capacity = ANY(maker, capacities),
                                                                     .evidence = passage(maker)};
    for (int i = below(maker, 4); i; i--)
        *list_add(maker->arena, &facts->adoptions) =
            (adoption_t){.key = arena_printf(maker->arena, "act%d", i),
                         .name = below(maker, 2) ? "Lake Act" : "the Lakes Act",
                         .kind = below(maker, 2) ? "act" : NULL,
                         .action = below(maker, 2) ? "signed" : "issued",
                         .party = any_party(maker),
                         .meeting = any_meeting(maker),
                         .evidence = passage(maker)};
    int organization = any_organization(maker);
    if (organization != NONE)
        *list_add(maker->arena, &facts->membership) = (standing_t){.party = any_party(maker),
                                                                   .organization = organization,
                                                                   .status = "member",
                                                                   .event = "standing",
                                                                   .year = below(maker, 2) * 2030,
                                                                   .evidence = passage(maker)};
}

/* Some of three topics, sorted. */
static strings_t some_topics(maker_t *maker) {
    static const char *const names[] = {"energy", "fish", "trade"};
    strings_t topics = {0};
    for (int i = 0; i < 3; i++)
        if (below(maker, 3) == 0)
            *list_add(maker->arena, &topics) = names[i];
    return topics;
}

static void make_said(maker_t *maker) {
    facts_t *facts = maker->facts;
    for (int i = below(maker, 6); i; i--)
        *list_add(maker->arena, &facts->speech) = (statement_t){.person = any_person(maker),
                                                                .party = any_party(maker),
                                                                .mode = below(maker, 2) ? "direct" : "reported",
                                                                .verb = below(maker, 2) ? "said" : NULL,
                                                                .act = below(maker, 2) ? "asserts" : NULL,
                                                                .category = below(maker, 2) ? "AGREE" : NULL,
                                                                .topics = some_topics(maker),
                                                                .meeting = any_meeting(maker),
                                                                .evidence = passage(maker)};
    for (int i = below(maker, 4); i; i--)
        *list_add(maker->arena, &facts->proposals) =
            (proposal_t){.key = arena_printf(maker->arena, "plan%d", i),
                         .name = below(maker, 2) ? "Lake Plan" : "the Lakes Plan",
                         .kind = below(maker, 2) ? "plan" : "fund",
                         .party = any_party(maker),
                         .person = any_person(maker),
                         .stance = below(maker, 2) ? "offers" : NULL,
                         .year = below(maker, 2) * 2033,
                         .quantity = below(maker, 3) * 0.5,
                         .unit = "ships",
                         .beneficiary_party = below(maker, 2) ? any_party(maker) : NONE,
                         .evidence = passage(maker)};
}

facts_t *made_facts(arena_t *arena, int number, int version) {
    maker_t maker = {.arena = arena,
                     .facts = arena_zalloc(arena, sizeof(facts_t)),
                     .random = {(uint64_t)number * 1000003u + (uint64_t)version * 7919u + 17}};
    maker.facts->arena = arena;
    for (int i = 0; i < 8; i++)
        random_below(&maker.random, 2);
    make_text(&maker, number, version);
    make_parties(&maker);
    make_people(&maker);
    make_meetings(&maker);
    make_done(&maker);
    make_said(&maker);
    return maker.facts;
}
