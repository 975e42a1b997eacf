#include <check.h>
#include <stdio.h>
#include <string.h>

#include "map.h"

enum { MANY = 5000 };

static void fill(map_t *map) {
    for (int i = 1; i <= MANY; i++) {
        char key[16];
        *map_at(map, key, (size_t)snprintf(key, sizeof key, "key %d", i)) = i;
    }
}

START_TEST(keeps_every_number) {
    map_t *map = map_new();
    fill(map);
    for (int i = 1; i <= MANY; i++) {
        char key[16];
        ck_assert_int_eq(*map_at(map, key, (size_t)snprintf(key, sizeof key, "key %d", i)), i);
    }
    map_free(map);
}
END_TEST

START_TEST(keys_are_bytes) {
    map_t *map = map_new();
    *map_at(map, "a\0b", 3) = 1;
    *map_at(map, "a\0c", 3) = 2;
    *map_at(map, "a", 1) = 3;
    *map_at(map, "", 0) = 4;
    ck_assert_int_eq(*map_at(map, "a\0b", 3), 1);
    ck_assert_int_eq(*map_at(map, "a\0c", 3), 2);
    ck_assert_int_eq(*map_at(map, "a", 1), 3);
    ck_assert_int_eq(*map_at(map, "", 0), 4);
    map_free(map);
}
END_TEST

START_TEST(forgets_all) {
    map_t *map = map_new();
    fill(map);
    map_clear(map);
    ck_assert_int_eq(*map_at(map, "key 7", 5), 0);
    map_free(map);
    map_free(NULL);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("map");
    TCase *all = tcase_create("all");
    tcase_add_test(all, keeps_every_number);
    tcase_add_test(all, keys_are_bytes);
    tcase_add_test(all, forgets_all);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner) || srunner_ntests_run(runner) != 3;
    srunner_free(runner);
    return failed;
}
