/* What is in memory, as an image: pointers found without knowing what they are of, and nothing that is not in arenas. */
#include <check.h>
#include <stdlib.h>

#include "freeze.h"
#include "run_suite.h"

typedef struct thing {
    arena_t *arena;
    struct thing *other;
    const char *name, *end; /* of name */
    uintptr_t number;
    void *more;
} thing_t;

/* Two things that know each other. */
static thing_t *make_things(void) {
    arena_t *arena = arena_new();
    arena_reset(arena);
    (void)arena_alloc(arena, 100); /* nothing leads to it */
    thing_t *first = arena_alloc(arena, sizeof *first), *second = arena_alloc(arena, sizeof *second);
    const char *name = arena_strdup(arena, "Lakeside");
    *first = (thing_t){.arena = arena, .other = second, .name = name, .end = name + 8, .number = 7};
    *second = (thing_t){.arena = arena, .other = first, .number = 9};
    return first;
}

static thing_t *things, *again;
static char *written, *error;
static size_t written_size;

static void set_up(void) {
    things = make_things();
    again = make_things();
}

static void tear_down(void) {
    arena_free(things->arena);
    arena_free(again->arena);
    arena_free(NULL);
    free(written);
    free(error);
    written = error = NULL;
}

static void freeze(void) {
    FILE *out = open_memstream(&written, &written_size);
    error = freeze_write(things, again, "image", out);
    fclose(out);
}

START_TEST(pointers_are_found) {
    const char *wanted = "\n.section .rodata,\"a\",%progbits\n.p2align 6\n.Lvalues:\n"
                         ".8byte 0x65646973656b614c\n"
                         ".zero 8\n"
                         "\n.section .data.rel.ro,\"aw\",%progbits\n.p2align 6\n.Llinks:\n"
                         ".8byte 0\n.8byte .Llinks+48\n.8byte .Lvalues+0\n.8byte .Lvalues+8\n.8byte 0x7\n.zero 8\n"
                         ".8byte 0\n.8byte .Llinks+0\n.zero 16\n.8byte 0x9\n.zero 8\n"
                         "\n.globl image\n";
    freeze();
    ck_assert_ptr_null(error);
    ck_assert_msg(strstr(written, wanted) != NULL, "%s", written);
    ck_assert_ptr_nonnull(strstr(written, "\nimage:\n.8byte .Llinks+0\n"));
}
END_TEST

START_TEST(pointers_into_the_program_are_told) {
    things->name = again->name = "Hillside";
    freeze();
    ck_assert_ptr_nonnull(error);
    ck_assert_ptr_nonnull(strstr(error, "\"Hillside\""));
    ck_assert_str_eq(written, "");
}
END_TEST

START_TEST(other_memory_is_told) {
    things->more = strdup("Riverside");
    again->more = strdup("Riverside");
    (void)arena_alloc(again->arena, 1 << 20); /* far away: what is allocated lies between pieces */
    freeze();
    free(things->more);
    free(again->more);
    ck_assert_ptr_nonnull(error);
    ck_assert_ptr_nonnull(strstr(error, "in no arena"));
}
END_TEST

START_TEST(bytes_that_nobody_set_become_zero) {
    things->number = 0x12345607;
    again->number = 0x12995607;
    freeze();
    ck_assert_ptr_null(error);
    ck_assert_ptr_nonnull(strstr(written, "\n.8byte 0x12005607\n"));
}
END_TEST

START_TEST(what_is_the_same_elsewhere_is_told) {
    again->other->other = again->other;
    freeze();
    ck_assert_ptr_nonnull(error);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("freeze");
    TCase *tests = tcase_create("freeze");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, pointers_are_found);
    tcase_add_test(tests, pointers_into_the_program_are_told);
    tcase_add_test(tests, other_memory_is_told);
    tcase_add_test(tests, bytes_that_nobody_set_become_zero);
    tcase_add_test(tests, what_is_the_same_elsewhere_is_told);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
