/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-runtime-private.h"

#include "hy-alloc.h"
#include "hy-blocks.h"
#include "hy-layout-private.h"
#include "hy-msgid.h"

struct _HyRuntime
{
  HyLayout *layout;
  HyMaker *maker;
  char *unknown;
  GPtrArray *instances; /* HyInstance */
};

HyRuntime *
hy_runtime_new (HyLayout *layout)
{
  HyRuntime *self = g_new0 (HyRuntime, 1);
  self->layout = layout = hy_layouter_layout_instances (layout);
  self->instances = g_ptr_array_new ();
  if (layout->status != HY_STATUS_EXACT)
    self->unknown = g_strdup (layout->status == HY_STATUS_ERROR ? layout->error_message : layout->reason);
  else
    self->maker = hy_maker_new (layout, &self->unknown);
  return self;
}

void
hy_runtime_free (HyRuntime *self)
{
  for (guint i = 0; i < self->instances->len; i++)
    hy_instance_free (self->instances->pdata[i], self->maker);
  g_ptr_array_unref (self->instances);
  g_clear_pointer (&self->maker, hy_maker_free);
  hy_layout_unref (self->layout);
  g_free (self->unknown);
  g_free (self);
}

HyLayout *
hy_runtime_get_layout (HyRuntime *self)
{
  return self->layout;
}

HyMaker *
hy_runtime_get_maker (HyRuntime *self)
{
  return self->maker;
}

HyInstance *
hy_runtime_get_instance (HyRuntime *self, gsize instance, HyOutcome *outcome)
{
  if (outcome != NULL)
    *outcome = (HyOutcome){ 0 };
  HyInstance *o = instance < self->instances->len ? self->instances->pdata[instance] : NULL;
  if (o != NULL && (outcome == NULL || !o->doubted))
    return o;
  if (o != NULL)
    {
      hy_outcome_unknown (outcome, N_ ("code that the model does not run may have changed the instance before"));
      return NULL;
    }
  if (outcome != NULL)
    hy_outcome_unknown (outcome, self->unknown != NULL ? self->unknown : N_ ("there is no such instance"));
  return NULL;
}

static HyBlock *
make_blocks (HyRuntime *self, gsize instance, gsize *n_blocks)
{
  HyInstance *o = hy_runtime_get_instance (self, instance, NULL);
  *n_blocks = 0;
  if (o == NULL)
    return NULL;
  HyPayload payload = hy_maker_payload (self->maker, instance);
  return hy_blocks_new (self->layout, hy_maker_get_store (self->maker), o, &payload, n_blocks);
}

/* The keys that the class's instances came to share. */
static HyRuntimeBytes
measure_keys (HyRuntime *self)
{
  guint64 grown = hy_store_grown_keys_size (hy_maker_get_store (self->maker));
  if (grown == 0)
    return (HyRuntimeBytes){ 0, 0 };
  return (HyRuntimeBytes){ grown, hy_allocator_round (hy_allocator_for (self->layout->abi), grown) };
}

HyRuntimeBytes
hy_runtime_measure (HyRuntime *self, gsize instance)
{
  gsize n_blocks;
  HyBlock *blocks = make_blocks (self, instance, &n_blocks);
  HyRuntimeBytes bytes = measure_keys (self);

  for (gsize i = 0; i < n_blocks; i++)
    {
      bytes.requested += blocks[i].requested;
      bytes.allocated += blocks[i].allocated;
    }
  hy_blocks_free (blocks, n_blocks);
  return bytes;
}

void
hy_runtime_settle (HyRuntime *self, gsize instance, HyRuntimeBytes before, HyOutcome *outcome)
{
  HyRuntimeBytes now = hy_runtime_measure (self, instance);
  outcome->requested_delta = (gint64) (now.requested - before.requested);
  outcome->allocated_delta = (gint64) (now.allocated - before.allocated);
}

static gssize
add_instance (HyRuntime *self)
{
  g_ptr_array_add (self->instances, hy_instance_new (self->maker));
  return self->instances->len - 1;
}

gssize
hy_runtime_make (HyRuntime *self, HyOutcome *outcome)
{
  *outcome = (HyOutcome){ 0 };
  if (self->maker == NULL)
    {
      hy_outcome_unknown (outcome, self->unknown);
      return -1;
    }
  HyRuntimeBytes before = measure_keys (self);
  gssize index = add_instance (self);
  hy_maker_make (self->maker, self->instances->pdata[index]);
  hy_outcome_done (outcome, N_ ("a new instance"));
  hy_runtime_settle (self, (gsize) index, before, outcome);
  return index;
}

/* Whether copy.copy goes through object.__reduce_ex__ and nothing of the class has a say in it. */
static gboolean
copies_plainly (HyLayout *layout)
{
  static const char *const hooks[] = {
    "__copy__",       "__reduce__",        "__reduce_ex__", "__getstate__", "__setstate__",
    "__getnewargs__", "__getnewargs_ex__", "__new__",       "__setattr__",  NULL
  };
  const HyType *type = hy_layout_get_type (layout);
  HyPayloadKind kind = hy_payload_kind (layout);

  for (gsize i = 0; i < type->n_mro; i++)
    for (gsize j = 0; type->mro[i]->def != NULL && j < type->mro[i]->def->n_members; j++)
      if (g_strv_contains (hooks, type->mro[i]->def->members[j].name))
        return FALSE;
  if (type->def == NULL || type->def->dataclass.frozen == 1)
    return FALSE;
  return hy_payload_has_plain_new (layout) || kind == HY_PAYLOAD_INT || kind == HY_PAYLOAD_STR ||
         kind == HY_PAYLOAD_BYTES || (kind == HY_PAYLOAD_TUPLE && type->def->kind == HY_KIND_REGULAR) ||
         (kind >= HY_PAYLOAD_LIST && kind <= HY_PAYLOAD_BYTEARRAY &&
          (layout->def->recipe.payload == NULL || layout->def->recipe.payload->length == 0));
}

/* copy._reconstruct: object.__reduce_ex__ asks for __dict__, the copy's __dict__ is updated from it, then slots are
 * set. */
gssize
hy_runtime_copy (HyRuntime *self, gsize instance, HyOutcome *outcome)
{
  HyInstance *o = hy_runtime_get_instance (self, instance, outcome);
  if (o == NULL)
    return -1;
  if (!copies_plainly (self->layout))
    {
      hy_outcome_unknown (outcome,
                          N_ ("how instances of this class are copied is up to code that the model does not run"));
      return -1;
    }
  HyStore *store = hy_maker_get_store (self->maker);
  HyRuntimeBytes before = hy_runtime_measure (self, instance);
  gssize index = add_instance (self);
  HyInstance *copy = self->instances->pdata[index];

  hy_store_begin (store, &copy->attributes);
  hy_maker_copy_state (self->maker, o, copy);
  hy_runtime_settle (self, instance, before, outcome);
  HyRuntimeBytes copied = hy_runtime_measure (self, (gsize) index);
  HyRuntimeBytes keys = measure_keys (self);
  outcome->requested_delta += (gint64) (copied.requested - keys.requested);
  outcome->allocated_delta += (gint64) (copied.allocated - keys.allocated);
  hy_outcome_done (outcome, o->attributes.n_items > 0 ? N_ ("both the original and its copy have a dict object now")
                            : self->layout->has_dict  ? N_ ("there is nothing in __dict__ to copy")
                                                      : N_ ("the copy has the same slots"));
  return index;
}

gint64
hy_runtime_getsizeof (HyRuntime *self, gsize instance)
{
  if (hy_runtime_get_instance (self, instance, NULL) == NULL)
    return -1;
  return (gint64) self->layout->object_offset + self->layout->basicsize +
         hy_maker_payload (self->maker, instance).getsizeof_extra;
}

gint64
hy_runtime_getsizeof_dict (HyRuntime *self, gsize instance)
{
  HyInstance *o = hy_runtime_get_instance (self, instance, NULL);
  return o != NULL ? hy_store_dict_getsizeof (hy_maker_get_store (self->maker), &o->attributes) : -1;
}
