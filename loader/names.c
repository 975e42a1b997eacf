#include "names.h"

#include <stdlib.h>
#include <string.h>

enum { LEVELS = 8, WHOLE = 1 << 16 }; /* parts of a path */

/* What stands for a file while names are compared: 16 bytes, as there may be a million. */
typedef struct claim {
    uint64_t name; /* hash of the name on this level */
    uint64_t file; /* hash of the file's identity: given twice, it does not clash with itself */
} claim_t;

/* Level n names a file by n parts of its path. Per level the sorted hashes of the names that several files claim; those
 * need the next level. Twins lie in one folder and differ in their ending only: they keep it. */
struct names {
    struct level {
        uint64_t *clashes;
        size_t count;
    } levels[LEVELS], twins;
};

static uint64_t hash(uint64_t seed, const void *bytes, size_t size) {
    const unsigned char *p = bytes;
    uint64_t value = 0xcbf29ce484222325u ^ seed;
    for (size_t i = 0; i < size; i++)
        value = (value ^ p[i]) * 0x100000001b3u;
    return value;
}

/* The file's name without ending, after its last parts - 1 folders. */
static const char *path_of(const walk_file_t *file, int parts, arena_t *arena) {
    const char *ending = strrchr(file->name, '.');
    int stem = (int)(ending && ending != file->name ? ending - file->name : (ptrdiff_t)strlen(file->name));
    const char *folders = file->folder + strlen(file->folder);
    for (; parts > 1 && folders > file->folder; parts--)
        for (folders--; folders > file->folder && *folders != '/';)
            folders--;
    folders += *folders == '/';
    return arena_printf(arena, "%s%s%.*s", folders, *folders ? "/" : "", stem, file->name);
}

static int by_value(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static int by_claim(const void *a, const void *b) {
    const claim_t *x = a, *y = b;
    int order = by_value(&x->name, &y->name);
    return order ? order : by_value(&x->file, &y->file);
}

static int clashes(const struct level *level, const char *name) {
    uint64_t value = hash(0, name, strlen(name));
    return level->count > 0 && bsearch(&value, level->clashes, level->count, sizeof value, by_value) != NULL;
}

static const char *name_of(const names_t *names, const walk_file_t *file, int parts, arena_t *arena) {
    const char *path = path_of(file, parts, arena), *ending = strrchr(file->name, '.');
    if (parts == WHOLE || names->twins.count == 0 || !clashes(&names->twins, path_of(file, WHOLE, arena)))
        return path;
    return arena_printf(arena, "%s%s", path, ending ? ending : "");
}

const char *names_of(const names_t *names, const walk_file_t *file, arena_t *arena) {
    const char *name = name_of(names, file, 1, arena);
    for (int i = 0; i + 1 < LEVELS && clashes(&names->levels[i], name); i++)
        name = name_of(names, file, i + 2, arena);
    return name;
}

/* The names of several files among the claims, each once. */
static struct level settle(claim_t *claims, int count) {
    struct level level = {must_alloc((size_t)count * sizeof *level.clashes), 0};
    if (count > 0)
        qsort(claims, (size_t)count, sizeof *claims, by_claim);
    for (int i = 1; i < count; i++) {
        int clash = claims[i].name == claims[i - 1].name && claims[i].file != claims[i - 1].file;
        if (clash && (level.count == 0 || level.clashes[level.count - 1] != claims[i].name))
            level.clashes[level.count++] = claims[i].name;
    }
    return level;
}

/* One walk: the claims of the files that the levels so far do not tell apart. Returns the bytes of all files. */
static uint64_t survey(const names_t *names, int parts, char *const *paths, int count, struct level *out) {
    LIST(claim_t) claims = {0};
    arena_t *kept = arena_new(), *scratch = arena_new();
    uint64_t bytes = 0;
    int endless = 0;
    walk_t *walk = walk_new(paths, count);
    walk_file_t file;
    for (walk_step_t step; (step = walk_next(walk, &file)) != WALK_END; arena_reset(scratch)) {
        if (step == WALK_TROUBLE)
            continue;
        endless |= file.kind == FILE_STDIN;
        bytes += file.size;
        if ((file.kind != FILE_TEXT && file.kind != FILE_PAGE) || (file.metadata && file.metadata->name))
            continue;
        const char *name = name_of(names, &file, parts, scratch);
        if (parts > 1 && parts < WHOLE && strcmp(names_of(names, &file, scratch), name) != 0)
            continue;
        claim_t *claim = list_add(kept, &claims);
        *claim = (claim_t){hash(0, name, strlen(name)),
                           hash(hash(0, &file.inode, sizeof file.inode), &file.device, sizeof file.device)};
    }
    *out = settle(claims.at, claims.count);
    walk_free(walk);
    arena_free(scratch);
    arena_free(kept);
    return endless ? 0 : bytes;
}

names_t *names_new(char *const *paths, int count, uint64_t *bytes) {
    names_t *names = must_alloc(sizeof *names);
    memset(names, 0, sizeof *names);
    *bytes = survey(names, 1, paths, count, &names->levels[0]);
    if (names->levels[0].count > 0)
        survey(names, WHOLE, paths, count, &names->twins);
    if (names->twins.count > 0) {
        free(names->levels[0].clashes);
        survey(names, 1, paths, count, &names->levels[0]);
    }
    for (int i = 1; i < LEVELS && names->levels[i - 1].count > 0; i++)
        survey(names, i + 1, paths, count, &names->levels[i]);
    return names;
}

void names_free(names_t *names) {
    if (!names)
        return;
    for (int i = 0; i < LEVELS; i++)
        free(names->levels[i].clashes);
    free(names->twins.clashes);
    free(names);
}
