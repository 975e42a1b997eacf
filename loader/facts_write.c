#include <stdio.h>

#include "facts_form.h"

static char *write_strings(output_t *out, char *at, const strings_t *strings) {
    for (int i = 0; i < strings->count; i++) {
        at = output_char(out, at, i ? ',' : '[');
        at = output_string(out, at, strings->at[i]);
    }
    return output_char(out, at, ']');
}

static char *write_real(output_t *out, char *at, double value) {
    char digits[32];
    return output_add(out, at, digits, (size_t)snprintf(digits, sizeof digits, "%.17g", value));
}

/* There is room for digits behind it. */
static inline char *write_label(output_t *out, char *at, const field_t *field) {
    at = output_room(out, at, LABEL + OUTPUT_DIGITS);
    memcpy(at, field->label, LABEL);
    return at + field->label_size;
}

/* A member of an object, unless it is one that is left out. */
static inline char *write_field(output_t *out, char *at, const field_t *field, const void *value) {
    switch (field->kind) {
    case FIELD_STRING:
    case FIELD_DAY:
        if (!*(const char *const *)value)
            return at;
        return output_string(out, write_label(out, at, field), *(const char *const *)value);
    case FIELD_STRINGS:
        if (!((const strings_t *)value)->count)
            return at;
        return write_strings(out, write_label(out, at, field), value);
    case FIELD_INDEX:
        if (*(const int *)value == NONE)
            return at;
        return output_digits(write_label(out, at, field), (uint32_t) * (const int *)value);
    case FIELD_COUNT:
        if (!*(const int *)value)
            return at;
        return output_digits(write_label(out, at, field), (uint32_t) * (const int *)value);
    case FIELD_OFFSET: return output_digits(write_label(out, at, field), *(const uint32_t *)value);
    case FIELD_REAL:
        if (*(const double *)value == 0)
            return at;
        return write_real(out, write_label(out, at, field), *(const double *)value);
    }
    return at;
}

/* No object is empty: some of its members are needed. */
static char *write_object(output_t *out, char *at, const form_t *form, const char *object) {
    ptrdiff_t start = at - out->bytes;
    for (const field_t *field = form->fields; field->key; field++)
        at = write_field(out, at, field, object + field->offset);
    out->bytes[start] = '{'; /* in place of the first comma */
    return output_char(out, at, '}');
}

static char *write_list(output_t *out, char *at, const form_t *form, const any_list_t *list) {
    at = output_char(out, at, ',');
    at = output_string(out, at, form->key);
    at = output_char(out, at, ':');
    for (int i = 0; i < list->count; i++) {
        at = output_char(out, at, i ? ',' : '[');
        at = write_object(out, at, form, (const char *)list->at + (size_t)i * form->size);
    }
    return output_char(out, at, ']');
}

void facts_write(const facts_t *facts, output_t *out) {
    static const char head[] = "{\"document\":", tail[] = "}\n";
    char *at = output_add(out, out->bytes, head, sizeof head - 1);
    at = write_object(out, at, &document_form, (const char *)facts + document_form.offset);
    for (int i = 0; i < FACT_FORMS; i++) {
        any_list_t list = list_of(facts, &fact_forms[i]);
        if (list.count)
            at = write_list(out, at, &fact_forms[i], &list);
    }
    at = output_add(out, at, tail, sizeof tail - 1);
    out->size = (size_t)(at - out->bytes);
}
