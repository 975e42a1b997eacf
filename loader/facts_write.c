#include <stdio.h>

#include "facts_form.h"

static void write_strings(const strings_t *strings, output_t *out) {
    for (int i = 0; i < strings->count; i++) {
        output_char(out, i ? ',' : '[');
        output_string(out, strings->at[i]);
    }
    output_char(out, ']');
}

static void write_real(output_t *out, double value) {
    char digits[32];
    output_add(out, digits, (size_t)snprintf(digits, sizeof digits, "%.17g", value));
}

static inline void write_label(output_t *out, const field_t *field) {
    output_room(out, LABEL);
    memcpy(out->bytes + out->size, field->label, LABEL);
    out->size += field->label_size;
}

static inline void write_number(output_t *out, const field_t *field, uint32_t number) {
    output_room(out, LABEL + OUTPUT_DIGITS);
    char *to = out->bytes + out->size;
    memcpy(to, field->label, LABEL);
    out->size = (size_t)(output_digits(to + field->label_size, number) - out->bytes);
}

/* A member of an object, unless it is one that is left out. */
static inline void write_field(output_t *out, const field_t *field, const void *value) {
    switch (field->kind) {
    case FIELD_STRING:
    case FIELD_DAY:
        if (*(const char *const *)value) {
            write_label(out, field);
            output_string(out, *(const char *const *)value);
        }
        break;
    case FIELD_STRINGS:
        if (((const strings_t *)value)->count) {
            write_label(out, field);
            write_strings(value, out);
        }
        break;
    case FIELD_INDEX:
        if (*(const int *)value != NONE)
            write_number(out, field, (uint32_t) * (const int *)value);
        break;
    case FIELD_COUNT:
        if (*(const int *)value)
            write_number(out, field, (uint32_t) * (const int *)value);
        break;
    case FIELD_OFFSET: write_number(out, field, *(const uint32_t *)value); break;
    case FIELD_REAL:
        if (*(const double *)value != 0) {
            write_label(out, field);
            write_real(out, *(const double *)value);
        }
        break;
    }
}

/* No object is empty: some of its members are needed. */
static void write_object(const form_t *form, const char *object, output_t *out) {
    size_t start = out->size;
    for (const field_t *field = form->fields; field->key; field++)
        write_field(out, field, object + field->offset);
    out->bytes[start] = '{'; /* in place of the first comma */
    output_char(out, '}');
}

static void write_list(const form_t *form, const any_list_t *list, output_t *out) {
    output_char(out, ',');
    output_string(out, form->key);
    output_char(out, ':');
    for (int i = 0; i < list->count; i++) {
        output_char(out, i ? ',' : '[');
        write_object(form, (const char *)list->at + (size_t)i * form->size, out);
    }
    output_char(out, ']');
}

void facts_write(const facts_t *facts, output_t *out) {
    static const char head[] = "{\"document\":", tail[] = "}\n";
    output_add(out, head, sizeof head - 1);
    write_object(&document_form, (const char *)facts + document_form.offset, out);
    for (int i = 0; i < FACT_FORMS; i++) {
        any_list_t list = list_of(facts, &fact_forms[i]);
        if (list.count)
            write_list(&fact_forms[i], &list, out);
    }
    output_add(out, tail, sizeof tail - 1);
}
