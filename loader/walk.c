#include "walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "manifest.h"

/* An open folder; the one of a file named on the command line has no names. */
typedef struct folder {
    arena_t *arena;  /* owns the strings */
    char *path;      /* as given; "" for the working folder of a plain file name */
    char *canonical; /* absolute, without symbolic links */
    strings_t names;
    int next; /* of names */
    dev_t device;
    ino_t inode;
    manifest_t *manifest;
    int barred;      /* its manifest is faulty: its files are passed over */
    int corrections; /* it has some, which are not given yet */
} folder_t;

struct walk {
    char *const *paths;
    int count, next;
    folder_t stack[LIMIT_FOLDERS];
    int depth;
    folder_t beside; /* folder of the last file named on the command line */
    long files;      /* of documents, met in the path in work */
    walk_skipped_t skipped;
    buffer_t path, trouble_at;
    char trouble[LIMIT_WHY];
};

walk_t *walk_new(char *const *paths, int count) {
    walk_t *walk = must_alloc(sizeof *walk);
    memset(walk, 0, sizeof *walk);
    walk->paths = paths;
    walk->count = count;
    return walk;
}

static void folder_close(folder_t *folder) {
    manifest_free(folder->manifest);
    arena_free(folder->arena);
    *folder = (folder_t){0};
}

void walk_free(walk_t *walk) {
    if (!walk)
        return;
    while (walk->depth > 0)
        folder_close(&walk->stack[--walk->depth]);
    folder_close(&walk->beside);
    free(walk->path.bytes);
    free(walk->trouble_at.bytes);
    free(walk);
}

const char *walk_trouble_at(const walk_t *walk) {
    return walk->trouble_at.bytes;
}

const char *walk_trouble(const walk_t *walk) {
    return walk->trouble;
}

const walk_skipped_t *walk_skipped(const walk_t *walk) {
    return &walk->skipped;
}

__attribute__((format(printf, 3, 4))) static walk_step_t trouble(walk_t *walk, const char *path, const char *format,
                                                                 ...) {
    va_list args;
    va_start(args, format);
    vsnprintf(walk->trouble, sizeof walk->trouble, format, args);
    va_end(args);
    buffer_print(&walk->trouble_at, "%s", path);
    return WALK_TROUBLE;
}

static walk_step_t trouble_errno(walk_t *walk, const char *path) {
    return trouble(walk, path, "cannot be read (%s); check the path and its permissions", strerror(errno));
}

/* What the ending says a file is; -1: nothing that is read. */
static int kind_of(const char *name) {
    const char *ending = strrchr(name, '.');
    if (!ending)
        return -1;
    if (strcasecmp(ending, ".txt") == 0)
        return FILE_TEXT;
    if (strcasecmp(ending, ".jsonl") == 0)
        return FILE_RECORDS;
    return strcasecmp(ending, ".html") == 0 || strcasecmp(ending, ".htm") == 0 ? FILE_PAGE : -1;
}

/* Makes walk->path the path of name in folder. */
static const char *join(walk_t *walk, const folder_t *folder, const char *name) {
    size_t size = strlen(folder->path);
    buffer_print(&walk->path, "%s%s%s", folder->path, size == 0 || folder->path[size - 1] == '/' ? "" : "/", name);
    return walk->path.bytes;
}

/* Reads the manifest of a folder; WALK_TROUBLE if it is faulty. Looks whether there are corrections. */
static walk_step_t load_manifest(walk_t *walk, folder_t *folder) {
    fault_t fault;
    folder->corrections = access(join(walk, folder, "corrections.json"), F_OK) == 0;
    const char *path = join(walk, folder, "manifest.json");
    if (manifest_read(path, &folder->manifest, &fault) == 0)
        return WALK_END;
    folder->barred = 1;
    trouble(walk, path, "%s; correct it, the files beside it are passed over", fault.what);
    if (fault.line > 0)
        buffer_print(&walk->trouble_at, "%s:%d:%d", path, fault.line, fault.column);
    return WALK_TROUBLE;
}

static int by_bytes(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Hidden files, the manifest and corrections are no texts. */
static void read_names(folder_t *folder, DIR *directory) {
    const struct dirent *found;
    while ((found = readdir(directory)))
        if (found->d_name[0] != '.' && strcmp(found->d_name, "manifest.json") != 0 &&
            strcmp(found->d_name, "corrections.json") != 0)
            *list_add(folder->arena, &folder->names) = arena_strdup(folder->arena, found->d_name);
    if (folder->names.count > 0)
        qsort(folder->names.at, (size_t)folder->names.count, sizeof *folder->names.at, by_bytes);
}

static folder_t folder_named(const char *path) {
    arena_t *arena = arena_new();
    char *canonical = realpath(*path ? path : ".", NULL);
    folder_t folder = {.arena = arena, .path = arena_strdup(arena, path)};
    folder.canonical = arena_strdup(arena, canonical ? canonical : path);
    free(canonical);
    return folder;
}

/* Opens the folder at path and puts it on the stack. WALK_END: nothing to tell. */
static walk_step_t enter(walk_t *walk, const char *path, const struct stat *status) {
    for (int i = 0; i < walk->depth; i++)
        if (walk->stack[i].device == status->st_dev && walk->stack[i].inode == status->st_ino)
            return trouble(walk, path, "leads back to a folder that it lies in; remove this symbolic link");
    if (walk->depth == LIMIT_FOLDERS)
        return trouble(walk, path, "lies more than %d folders deep; give it by itself", LIMIT_FOLDERS);
    DIR *directory = opendir(path);
    if (!directory)
        return trouble_errno(walk, path);
    folder_t *folder = &walk->stack[walk->depth++];
    *folder = folder_named(path);
    folder->device = status->st_dev;
    folder->inode = status->st_ino;
    read_names(folder, directory);
    closedir(directory);
    return load_manifest(walk, folder);
}

static walk_step_t give(walk_t *walk, folder_t *folder, const char *path, const char *name, const struct stat *status,
                        walk_file_t *file) {
    walk->files++;
    if (folder->barred) {
        walk->skipped.barred++;
        return WALK_END;
    }
    *file = (walk_file_t){
        .kind = (file_kind_t)kind_of(name),
        .path = path,
        .name = name,
        .folder = folder->canonical,
        .metadata = manifest_find(folder->manifest, name),
        .size = (uint64_t)status->st_size,
        .device = status->st_dev,
        .inode = status->st_ino,
    };
    return WALK_FILE;
}

/* Whether a folder holds what a browser saved with a page beside it: NAME_files, of NAME.html or NAME.htm. */
static int belongs_to_page(const folder_t *folder, const char *name) {
    size_t size = strlen(name), end = strlen("_files");
    if (size <= end || strcmp(name + size - end, "_files") != 0)
        return 0;
    const char *html = arena_printf(folder->arena, "%.*s.html", (int)(size - end), name);
    const char *htm = arena_printf(folder->arena, "%.*s.htm", (int)(size - end), name);
    size_t count = (size_t)folder->names.count;
    return bsearch(&html, folder->names.at, count, sizeof html, by_bytes) ||
           bsearch(&htm, folder->names.at, count, sizeof htm, by_bytes);
}

/* A name in the folder on top of the stack. WALK_END: nothing to tell. */
static walk_step_t visit(walk_t *walk, folder_t *folder, const char *name, walk_file_t *file) {
    struct stat status;
    const char *path = join(walk, folder, name);
    int failed = stat(path, &status);
    if (!failed && S_ISDIR(status.st_mode))
        return belongs_to_page(folder, name) ? WALK_END : enter(walk, arena_strdup(folder->arena, path), &status);
    if (kind_of(name) < 0) {
        walk->skipped.other++;
        return WALK_END;
    }
    if (failed)
        return trouble_errno(walk, path);
    if (file_not_regular(status.st_mode))
        return trouble(walk, path, "%s", file_not_regular(status.st_mode));
    return give(walk, folder, path, name, &status, file);
}

/* The folder on top of the stack has no more names: what its manifest names in vain, then back to the one above. */
static walk_step_t leave(walk_t *walk) {
    folder_t *folder = &walk->stack[walk->depth - 1];
    const char *unmet = manifest_next_unmet(folder->manifest);
    if (unmet)
        return trouble(walk, join(walk, folder, "manifest.json"), "names \"%.200s\", which is not there; correct it",
                       unmet);
    walk_step_t step = WALK_END;
    if (walk->depth == 1 && walk->files == 0)
        step =
            trouble(walk, folder->path, "no .txt, .html, .htm or .jsonl file in this folder; give one that has some");
    folder_close(folder);
    walk->depth--;
    return step;
}

/* A file named on the command line: notes its folder and reads the manifest there, unless it was the last one's too. */
static walk_step_t stand_beside(walk_t *walk, const char *path, const char *name) {
    size_t size = (size_t)(name - path);
    if (walk->beside.arena && strlen(walk->beside.path) == size && memcmp(walk->beside.path, path, size) == 0)
        return WALK_END;
    folder_close(&walk->beside);
    buffer_print(&walk->path, "%.*s", (int)size, path);
    walk->beside = folder_named(walk->path.bytes);
    return load_manifest(walk, &walk->beside);
}

static walk_step_t start(walk_t *walk, const char *path, walk_file_t *file) {
    struct stat status;
    if (strcmp(path, "-") == 0) {
        *file = (walk_file_t){.kind = FILE_STDIN, .path = "standard input", .name = path, .folder = ""};
        return WALK_FILE;
    }
    if (stat(path, &status))
        return trouble_errno(walk, path);
    walk->files = 0;
    if (S_ISDIR(status.st_mode))
        return enter(walk, path, &status);
    if (file_not_regular(status.st_mode))
        return trouble(walk, path, "%s", file_not_regular(status.st_mode));
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    if (kind_of(name) < 0)
        return trouble(walk, path, "neither .txt, .html, .htm nor .jsonl nor a folder; rename it or give another file");
    walk_step_t step = stand_beside(walk, path, name);
    walk_step_t given = give(walk, &walk->beside, path, name, &status, file);
    return step == WALK_END ? given : step;
}

static walk_step_t give_corrections(walk_t *walk, folder_t *folder, walk_file_t *file) {
    folder->corrections = 0;
    *file = (walk_file_t){.kind = FILE_CORRECTIONS,
                          .path = join(walk, folder, "corrections.json"),
                          .name = "corrections.json",
                          .folder = folder->canonical};
    return WALK_FILE;
}

walk_step_t walk_next(walk_t *walk, walk_file_t *file) {
    for (;;) {
        walk_step_t step;
        folder_t *folder = walk->depth > 0 ? &walk->stack[walk->depth - 1] : NULL;
        if ((folder ? folder : &walk->beside)->corrections)
            step = give_corrections(walk, folder ? folder : &walk->beside, file);
        else if (folder && folder->next < folder->names.count)
            step = visit(walk, folder, folder->names.at[folder->next++], file);
        else if (folder)
            step = leave(walk);
        else if (walk->next < walk->count)
            step = start(walk, walk->paths[walk->next++], file);
        else
            return WALK_END;
        if (step != WALK_END)
            return step;
    }
}
