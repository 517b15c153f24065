/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-abi.h"

G_BEGIN_DECLS

/* What is known, without running it, of the object that an expression makes. */
typedef enum
{
  HY_VALUE_UNKNOWN,
  HY_VALUE_NONE,
  HY_VALUE_BOOL,
  HY_VALUE_INT,
  HY_VALUE_FLOAT,
  HY_VALUE_COMPLEX,
  HY_VALUE_STR,
  HY_VALUE_BYTES,
  HY_VALUE_BYTEARRAY,
  HY_VALUE_TUPLE,
  HY_VALUE_LIST,
  HY_VALUE_DICT,
  HY_VALUE_SET,
  HY_VALUE_FROZENSET,
  HY_VALUE_LIBRARY, /* an instance of a library type: datetime.date, decimal.Decimal, ... */
  HY_VALUE_OBJECT,  /* an instance of a class of the file */
  HY_VALUE_GLOBAL,  /* something that exists once and belongs to nobody: a class, function, module */
} HyValueKind;

/* How a container came to its length; capacity depends on it. */
typedef enum
{
  HY_GROWTH_LITERAL,
  HY_GROWTH_APPEND,
  HY_GROWTH_COMPREHENSION,
  HY_GROWTH_COPY,
  HY_GROWTH_CONSTRUCTOR,     /* list(range(n)), set(iterable), dict(pairs) */
  HY_GROWTH_REPEAT,          /* [x] * n */
  HY_GROWTH_CONSTANTS,       /* a list or set display of nothing but literal constants: [1, 2, 3] */
  HY_GROWTH_EXTENDED,        /* an empty list extended once: [*x], sorted (x) */
  HY_GROWTH_UNSIZED,         /* of an iterator that does not tell its length: list (map (f, x)) */
  HY_GROWTH_GENERATOR,       /* list (x for x in y) */
  HY_GROWTH_HASHED,          /* list (a set, a dict or a view of one) */
  HY_GROWTH_HASHED_EXTENDED, /* an empty list extended once by such a thing: sorted (a set) */
  HY_GROWTH_MIXED,           /* a display of items and starred iterables: how a list grew is not known */
} HyGrowth;

/* What an INT that depends on the instance is the result of: operators may take room that the result need not have. */
typedef enum
{
  HY_INT_GIVEN,
  HY_INT_SUM,
  HY_INT_DIFFERENCE,
  HY_INT_PRODUCT,
} HyIntMaker;

typedef struct _HyValue HyValue;

/* Keeps an INT of any of 10^12 instances within three digits of 30 bits, as G_MAXINT64 is to which it saturates. */
#define HY_MAX_INDEX_SCALE G_GINT64_CONSTANT (1000000000)

/* Immutable, reference-counted. */
struct _HyValue
{
  HyValueKind kind;
  gboolean fresh;  /* a new object for each instance, not shared by them (before singletons are considered) */
  gboolean folded; /* not @fresh, but a constant that not all compilers make: HY_RULE_FOLDS_LONG_CONSTANTS */
  char *text; /* repr for the screen, or the source of the expression; of kind LIBRARY the dotted type name first */
  char *type_name;      /* LIBRARY, OBJECT: dotted name of the type; else NULL */
  gint64 number;        /* BOOL; INT where it fits (else saturated) */
  guint int_bits;       /* INT: bit length of the magnitude */
  guint int_room;       /* INT: digits of 30 bits that were asked for; 0: as many as it has */
  gboolean compact;     /* INT: @int_room is that of an operator on ints of one digit: HY_RULE_COMPACT_INT_OPERATORS */
  HyIntMaker maker;     /* INT with an @index_scale */
  HyValue *operands[2]; /* of @maker; else NULL */
  guint64 length;       /* STR characters, BYTES, BYTEARRAY, containers: items (DICT: pairs) */
  gboolean own;         /* STR of one character: not the object that all share */
  guint char_width;     /* STR: 0 ASCII, 1 Latin-1, 2 BMP, 4 astral */
  guint index_digits;   /* STR: times the decimal digits of the instance number i stand in it, beside @length fixed
                           characters */
  gint64 index_scale;   /* INT, FLOAT: the value is i times this (plus @number); at most HY_MAX_INDEX_SCALE; else 0 */
  gboolean str_keys;    /* DICT: all keys are str */
  HyGrowth growth;
  HyValue **items; /* @n_items of them: items; DICT: key, value, key, value ... May be fewer than @length when all are
                      alike */
  gsize n_items;
  guint identity; /* fresh values of one recipe with the same number are one object; 0: like no other */
  char *reason;   /* UNKNOWN: why */
};

HyValue *hy_value_new (HyValueKind kind); /* a blank one to fill in before it is shared */
HyValue *hy_value_new_unknown (const char *reason);
HyValue *hy_value_ref (HyValue *self);
void hy_value_unref (HyValue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyValue, hy_value_unref)

G_END_DECLS
