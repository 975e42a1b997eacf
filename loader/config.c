#include "config.h"

#include <stdarg.h>
#include <string.h>

bool config_open(config_t *config, const char *file, const char *text, size_t size, FILE *errors, int *failures) {
    json_error_t error;
    *config = (config_t){.file = file, .text = text, .errors = errors, .failures = failures};
    config->root = json_loadb(text, size, JSON_REJECT_DUPLICATES, &error);
    if (config->root && json_is_object(config->root))
        return true;
    ++*failures;
    if (config->root)
        fprintf(errors, "%s:1: the file must hold one object\n", file);
    else
        fprintf(errors, "%s:%d:%d: %s\n", file, error.line, error.column, error.text);
    config_close(config);
    return false;
}

void config_close(config_t *config) {
    json_decref(config->root);
    config->root = NULL;
}

/* The place of the first string near in quotation marks from at on, or NULL. */
static const char *find_string(const config_t *config, const char *at, const char *near) {
    size_t size = strlen(near);
    while ((at = strstr(at, near)) && !(at > config->text && at[-1] == '"' && at[size] == '"'))
        at++;
    return at;
}

static int line_at(const config_t *config, const char *at) {
    int line = 1;
    for (const char *c = config->text; at && c < at; c++)
        line += *c == '\n';
    return line;
}

/* The place of the first member with this value, or NULL. */
static const char *find_member(const config_t *config, const char *key, const char *value) {
    const char *at = config->text;
    size_t size = strlen(value);
    for (; (at = find_string(config, at, key)); at++) {
        const char *found = at + strlen(key) + 1;
        found += strspn(found, " \t\r\n");
        found += *found == ':' ? 1 + strspn(found + 1, " \t\r\n") : 0;
        if (*found == '"' && !strncmp(found + 1, value, size) && found[1 + size] == '"')
            return at;
    }
    return NULL;
}

int config_line(const config_t *config, const char *key, const char *value, const char *near) {
    const char *member = find_member(config, key, value);
    const char *inside = member && near ? find_string(config, member, near) : NULL;
    return line_at(config, inside ? inside : member);
}

void config_error(config_t *config, const char *near, const char *format, ...) {
    va_list args;
    ++*config->failures;
    fprintf(config->errors, "%s:%d: ", config->file,
            near ? line_at(config, find_string(config, config->text, near)) : 1);
    va_start(args, format);
    vfprintf(config->errors, format, args);
    va_end(args);
    fputc('\n', config->errors);
}

static bool has_type(json_t *value, char type) {
    size_t i;
    const char *key;
    json_t *element;
    switch (type) {
    case 's': return json_is_string(value) && *json_string_value(value);
    case 'i': return json_is_integer(value);
    case 'b': return json_is_boolean(value);
    case 'a': return json_is_array(value);
    case 'm':
        json_object_foreach(value, key, element) if (!has_type(element, 's')) return false;
        return json_is_object(value);
    default:
        json_array_foreach(value, i, element) if (!has_type(element, 's')) return false;
        return json_is_array(value);
    }
}

static const char *type_name(char type) {
    switch (type) {
    case 's': return "a string that is not empty";
    case 'i': return "a whole number";
    case 'b': return "true or false";
    case 'm': return "an object whose values are strings that are not empty";
    case 'a': return "a list";
    default: return "a list of strings that are not empty";
    }
}

/* The entry of a key in a list of members, or NULL. */
static const char *member(const char *members, const char *key) {
    size_t size = strlen(key);
    for (const char *at = members; *at; at += strcspn(at, " "), at += *at == ' ')
        if (!strncmp(at, key, size) && at[size] == ':')
            return at + size + 1;
    return NULL;
}

bool config_check(config_t *config, json_t *value, const char *members, const char *near) {
    int before = *config->failures;
    const char *key;
    json_t *field;
    if (!json_is_object(value)) {
        config_error(config, near, "an object is expected here");
        return false;
    }
    json_object_foreach(value, key, field) {
        const char *type = member(members, key);
        if (!type)
            config_error(config, key, "unknown key \"%s\" (known: %s)", key, members);
        else if (!has_type(field, *type) && !(type[1] == '?' && json_is_null(field)))
            config_error(config, key, "\"%s\" must be %s", key, type_name(*type));
    }
    for (const char *at = members; *at; at += strcspn(at, " "), at += *at == ' ') {
        char name[64] = "";
        size_t size = strcspn(at, ":");
        memcpy(name, at, size < sizeof name ? size : 0);
        if (at[size + 2] != '?' && !json_object_get(value, name))
            config_error(config, near, "\"%s\" is missing", name);
    }
    return *config->failures == before;
}

const char *config_string(json_t *object, const char *key) {
    return json_string_value(json_object_get(object, key));
}
