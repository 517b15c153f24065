/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-shared-keys.h"
#include "hy-value.h"

G_BEGIN_DECLS

/* The attribute stores of one class: the keys that it shares among its
 * instances, and each instance's values and dict. Objects/dictobject.c is the
 * source of every rule here. Mutable, owned by one caller. */
typedef struct _HyStore HyStore;

/* What a type's facts say of its instances' attributes. */
typedef struct
{
  gboolean has_dict;
  gboolean managed;          /* MANAGED_DICT, or any class of a version that shares keys through __dictoffset__ */
  gboolean inline_values;    /* INLINE_VALUES */
  gboolean plain_new;        /* instances come from object.__new__, not from a builtin base's own */
  gboolean dict_at_creation; /* the base's own constructor makes the dict */
} HyStoreTraits;

typedef enum
{
  HY_ATTRIBUTES_NONE,     /* no __dict__ and no place for one */
  HY_ATTRIBUTES_ABSENT,   /* neither values nor dict were needed yet */
  HY_ATTRIBUTES_VALUES,   /* a values array, no dict object */
  HY_ATTRIBUTES_SPLIT,    /* a dict object over a values array and the class's keys */
  HY_ATTRIBUTES_COMBINED, /* a dict object with keys of its own */
} HyAttributesForm;

typedef struct
{
  guint name; /* hy_store_name () */
  HyValue *value;
} HyStoreItem;

/* The attributes of one instance, in the order of its __dict__. */
typedef struct
{
  HyAttributesForm form;
  guint inline_places; /* value places in the instance's own block, in use or dead; 0 for none */
  gboolean inline_live;
  guint places;       /* of a values array of its own; 0 for none */
  HySharedKeys *keys; /* VALUES, SPLIT */
  guint log2, entries, usable;
  HyKeysKind kind;    /* COMBINED, with @log2 != 0 */
  HyStoreItem *items; /* @n_items */
  guint n_items, n_allocated;
} HyAttributes;

HyStore *hy_store_new (const HyAbi *abi, const HyStoreTraits *traits);
void hy_store_free (HyStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyStore, hy_store_free)

const HyDictRules *hy_store_rules (HyStore *self);

/* The number by which the store knows attribute @name (a key that is no str when @is_str is FALSE). */
guint hy_store_name (HyStore *self, const char *name, gboolean is_str);
const char *hy_store_name_text (HyStore *self, guint name);

gboolean hy_store_name_is_str (HyStore *self, guint name);

/* Puts a name of the class's __static_attributes__ into its keys, where the version does that. */
void hy_store_seed (HyStore *self, const char *name);

/* What the class hands out to new instances; NULL when it shares nothing (any more). */
const HySharedKeys *hy_store_shared_keys (HyStore *self);

/* Bytes of keys objects that the class and its instances share, those it was born with left out. */
guint64 hy_store_grown_keys_size (HyStore *self);

/* Lets hy_store_grown_keys_size() start anew. */
void hy_store_forget_growth (HyStore *self);

/* TRUE when the class's side is the same as at the last call: an instance made
 * in between changed nothing that a later one could notice. */
gboolean hy_store_is_settled (HyStore *self);

/* An instance comes to life, @attributes being zeroed or cleared. */
void hy_store_begin (HyStore *self, HyAttributes *attributes);

/* It goes out of sight but lives on: what it shares stays in use. */
void hy_attributes_forget (HyAttributes *attributes);
void hy_attributes_clear (HyAttributes *attributes); /* forget, and free what this struct holds */

/* setattr; @value may be NULL. */
void hy_store_set (HyStore *self, HyAttributes *attributes, guint name, HyValue *value);
/* o.__dict__[name] = value, the dict having been touched. */
void hy_store_dict_set (HyStore *self, HyAttributes *attributes, guint name, HyValue *value);
/* delattr; FALSE when there is no such attribute. */
gboolean hy_store_delete (HyStore *self, HyAttributes *attributes, guint name);
/* Index in @attributes->items, -1 when absent. */
int hy_attributes_find (const HyAttributes *attributes, guint name);
/* o.__dict__ is asked for. */
void hy_store_touch_dict (HyStore *self, HyAttributes *attributes);
/* o.__dict__ = a fresh dict, empty; its items follow by hy_store_dict_set. */
void hy_store_replace_dict (HyStore *self, HyAttributes *attributes);

/* del o.__dict__: values and dict are gone, the place of inline values stays. */
void hy_store_delete_dict (HyStore *self, HyAttributes *attributes);

/* A dict of @n str keys that is nobody's __dict__; free with hy_attributes_clear. */
void hy_attributes_init_dict (HyAttributes *attributes, const guint *names, HyValue *const *values, guint n);
/* @to's dict is touched and updated from that of @from. */
void hy_store_copy_dict (HyStore *self, const HyAttributes *from, HyAttributes *to);

/* sys.getsizeof (o.__dict__) as it stands; -1 when no dict object exists. */
gint64 hy_store_dict_getsizeof (HyStore *self, const HyAttributes *attributes);

G_END_DECLS
