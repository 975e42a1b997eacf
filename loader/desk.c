#include "desk.h"

#include <stdlib.h>

#include "limits.h"

/* Memory is taken at once: what is not used costs nothing, while growing touches memory anew, and other threads wait when
 * the system is asked for more. */
enum { ARENA = 2 * MIB - 1024, LINE = MIB / 2, LINE_KEPT = 4 * MIB };

desk_t desk_new(void) {
    return (desk_t){.arena = arena_with_room(ARENA)};
}

void desk_clear(desk_t *desk) {
    arena_free(desk->arena);
    for (sheet_t *sheet = desk->sheets, *other; sheet; sheet = other) {
        other = sheet->other;
        free(sheet->line.bytes);
        free(sheet);
    }
}

static sheet_t *take_sheet(desk_t *desk) {
    sheet_t *sheet = desk->sheets;
    while (sheet && atomic_load(&sheet->taken))
        sheet = sheet->other;
    if (!sheet) {
        sheet = must_alloc(sizeof *sheet);
        *sheet = (sheet_t){.other = desk->sheets};
        desk->sheets = sheet;
    }
    atomic_store(&sheet->taken, 1);
    return sheet;
}

sheet_t *desk_write(desk_t *desk, const facts_t *facts) {
    sheet_t *sheet = take_sheet(desk);
    (void)output_room(&sheet->line, sheet->line.bytes, LINE);
    facts_write(facts, &sheet->line);
    return sheet;
}

void sheet_give_back(sheet_t *sheet) {
    if (sheet->line.size > LINE_KEPT) { /* uncommonly long */
        free(sheet->line.bytes);
        sheet->line = (output_t){0};
    }
    atomic_store(&sheet->taken, 0);
}
