/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-layout.h"
#include "hy-payload.h"
#include "hy-store.h"

G_BEGIN_DECLS

/* Makes instances of one class by its recipe, again and again. Mutable, owned by one caller. */
typedef struct _HyMaker HyMaker;

/* What one instance holds. */
typedef struct
{
  HyAttributes attributes;
  HyValue **slots; /* by index in HyLayout.all_members, then of fields of library types; NULL where unset */
  gboolean *slot_set;
  gboolean weakly_referenced;
  gboolean doubted; /* code ran that the model does not run: it may have changed anything */
  guint n_watchers; /* weak references with a callback each, kept by what @watcher tells of */
  HyValue *watcher; /* NULL where there are none; unowned */
} HyInstance;

/* NULL with @unknown (transfer full) when the steps can't be known. */
HyMaker *hy_maker_new (HyLayout *layout, char **unknown);
void hy_maker_free (HyMaker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyMaker, hy_maker_free)

HyStore *hy_maker_get_store (HyMaker *self);

/* What instance number @index holds beyond its fields. */
HyPayload hy_maker_payload (HyMaker *self, guint64 index);

/* The index in HyLayout.all_members of the slot that @name (mangled) means; -1 when it is none. */
int hy_maker_find_slot (HyMaker *self, const char *name);

/* How many slots and fields of library types an instance of the class has room for. */
gsize hy_maker_count_slots (HyMaker *self);

HyInstance *hy_instance_new (HyMaker *self);
void hy_instance_free (HyInstance *self, HyMaker *maker);

/* @value may be NULL: something that is not known. */
void hy_instance_set_slot (HyInstance *self, int slot, HyValue *value);
void hy_instance_unset_slot (HyInstance *self, int slot);

/* Makes the next instance of the class in @instance, which forgets what it was before. */
void hy_maker_make (HyMaker *self, HyInstance *instance);

/* o.__dict__ = @dict, written out; an empty one for NULL. */
void hy_maker_replace_dict (HyMaker *self, HyInstance *instance, HyValue *dict);

/* o.__dict__[@key] = @value, the dict having been touched. */
void hy_maker_set_item (HyMaker *self, HyInstance *instance, const HyValue *key, HyValue *value);

/* What copy.copy puts into the new instance @to. It asks @from for its __dict__ where that has something. Source:
 * Objects/typeobject.c, _PyObject_GetState, _PyObject_IsInstanceDictEmpty. */
void hy_maker_copy_state (HyMaker *self, HyInstance *from, HyInstance *to);

G_END_DECLS
