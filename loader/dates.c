#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "relate.h"

typedef struct day {
    int year, month, day; /* 0: not said */
} day_t;

static int number_of(const relate_t *r, span_t span) {
    return span.count ? atoi(text_of_span(r->a, span)) : 0;
}

static int value_of(const relate_t *r, span_t span, class_id_t class) {
    const sense_t *sense = span.count ? lexicon_sense(r->lexicon, span.at, class, NULL) : NULL;
    return sense ? sense->entity : 0;
}

static bool is_day(day_t d) {
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return d.year >= 1800 && d.year < 2200 && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= days[d.month - 1];
}

static const char *iso(const relate_t *r, day_t d) {
    if (!is_day(d))
        return NULL;
    char *text = arena_strdup(r->arena, "0000-00-00"), *at = text + 3;
    for (int year = d.year; year; year /= 10)
        *at-- = (char)('0' + year % 10);
    text[5] = (char)('0' + d.month / 10);
    text[6] = (char)('0' + d.month % 10);
    text[8] = (char)('0' + d.day / 10);
    text[9] = (char)('0' + d.day % 10);
    return text;
}

static day_t day_of_iso(const char *text) {
    day_t d = {0, 0, 0};
    if (text && strlen(text) >= 10)
        d = (day_t){atoi(text), atoi(text + 5), atoi(text + 8)};
    return d;
}

/* Days since 1970-01-01 in the Gregorian calendar, and back. */
static long serial(day_t d) {
    struct tm tm = {.tm_year = d.year - 1900, .tm_mon = d.month - 1, .tm_mday = d.day, .tm_hour = 12};
    return (long)(timegm(&tm) / 86400);
}

static day_t from_serial(long days) {
    time_t seconds = (time_t)days * 86400;
    struct tm tm;
    gmtime_r(&seconds, &tm);
    return (day_t){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday};
}

/* The year that makes a day without one fall nearest to today. */
static int nearest_year(day_t d, day_t today) {
    long best = 0;
    int year = today.year;
    for (int i = -1; i <= 1; i++) {
        long gap = labs(serial((day_t){today.year + i, d.month, d.day}) - serial(today));
        if (i == -1 || gap < best) {
            best = gap;
            year = today.year + i;
        }
    }
    return year;
}

/* The last such weekday up to today: a text of Saturday tells of Friday, and of Saturday itself. */
static day_t last_weekday(int weekday, day_t today) {
    long days = serial(today);
    int now = (int)((days + 3) % 7) + 1; /* 1970-01-01 was a Thursday, Monday is 1 */
    return from_serial(days - (now - weekday + 7) % 7);
}

static day_t read_day(const relate_t *r, const mention_t *m) {
    span_t month = mention_part(m, CAP_month);
    span_t day = mention_part(m, CAP_day);
    day_t d = {number_of(r, mention_part(m, CAP_year)), 0, number_of(r, day)};
    if (day.count && day.at->shape == SHAPE_Dotted) {
        const char *text = strchr(text_of_span(r->a, day), '.') + 1;
        return (day_t){atoi(strchr(text, '.') + 1), atoi(text), d.day};
    }
    d.month = month.count && is_a(r->a, month.at, CLASS_month) ? value_of(r, month, CLASS_month) : number_of(r, month);
    return d;
}

const char *date_of(const relate_t *r, const item_t *item) {
    const mention_t *m = item->mention;
    if (!m || !is_a(r->a, item, CLASS_date))
        return NULL;
    day_t d = read_day(r, m), today = day_of_iso(r->today);
    if (d.month && d.day) {
        if (!d.year && is_day(today) && d.month <= 12 && d.day <= 31)
            d.year = nearest_year(d, today);
        return iso(r, d);
    }
    if (!is_day(today))
        return NULL;
    if (mention_part(m, CAP_weekday).count)
        return iso(r, last_weekday(value_of(r, mention_part(m, CAP_weekday), CLASS_weekday), today));
    if (mention_part(m, CAP_relative).count)
        return iso(r, from_serial(serial(today) + value_of(r, mention_part(m, CAP_relative), CLASS_relday)));
    return NULL;
}

const char *day_beside(const relate_t *r, const char *day, int days) {
    day_t d = day_of_iso(day);
    return is_day(d) ? iso(r, from_serial(serial(d) + days)) : NULL;
}

static void first_full_date(relate_t *r, const item_t *item, int line) {
    (void)line;
    if (!r->today && item->mention)
        r->today = date_of(r, item);
}

/* A text may open with a line that dates it: " date 2024-07-12 ". It is no part of the first sentence. */
static const char *date_line(const relate_t *r) {
    line_t *first = r->a->lines.count ? &r->a->lines.at[0] : NULL;
    if (!first || first->count < 4 || strcmp(text_of_item(r->a, &first->items[1]), "date"))
        return NULL;
    const char *day = date_of(r, &first->items[2]);
    if (day && first->count > 4) {
        first->first = first->items[2].last;
        first->items += 2;
        first->count -= 2;
        first->items[0] = (item_t){.shape = SHAPE_Begin, .first = first->first, .last = first->first};
    }
    return day;
}

void relate_date_line(relate_t *r) {
    const char *line = date_line(r);
    if (!r->out->document.published)
        r->out->document.published = line;
    r->today = r->out->document.published ? arena_strndup(r->arena, r->out->document.published, 10) : NULL;
}

void relate_today(relate_t *r) {
    if (!r->today)
        each_item(r, CLASSES_OF(CLASS_date), first_full_date);
}
