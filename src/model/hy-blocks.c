/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-blocks.h"

#include "hy-alloc.h"
#include "hy-library.h"
#include "hy-msgid.h"

/* Room for the spans of most blocks. */
#define TYPICAL_SPANS 64
/* The most blocks that one instance has. */
#define MAX_BLOCKS (5 + HY_PAYLOAD_MAX_BLOCKS)

typedef struct
{
  HyLayout *layout;
  HyStore *store;
  const HyDictRules *rules;
  const HyAttributes *attributes;
  const HyPayload *payload;
  const HyAllocator *allocator;
  HyBlock blocks[MAX_BLOCKS]; /* @n_blocks */
  gsize n_blocks;
  GArray *spans; /* of the block in the making */
  guint64 offset;
} HyBlockMaker;

static void
add_span (HyBlockMaker *maker, guint64 size, HySpanKind kind, const char *label)
{
  HySpan span = { maker->offset, size, kind, (char *) label };
  if (size == 0)
    return;
  g_array_append_val (maker->spans, span);
  maker->offset += size;
}

static void
finish_block (HyBlockMaker *maker, HyBlockRole role, const char *what)
{
  HyBlock *block = &maker->blocks[maker->n_blocks++];
  g_assert (maker->n_blocks <= MAX_BLOCKS);
  block->role = role;
  block->what = what;
  block->requested = maker->offset;
  block->allocated = hy_allocator_round (maker->allocator, maker->offset);
  block->n_spans = maker->spans->len;
  block->spans = g_memdup2 (maker->spans->data, maker->spans->len * sizeof (HySpan));
  g_array_set_size (maker->spans, 0);
  maker->offset = 0;
}

static void
add_values (HyBlockMaker *maker, guint places)
{
  const HyAttributes *attributes = maker->attributes;
  guint pointer = maker->layout->abi->pointer;
  guint64 start = hy_values_start (maker->rules, pointer, places);
  gboolean live = attributes->keys != NULL;

  add_span (maker, start, HY_SPAN_VALUES_PREFIX,
            maker->rules->values == HY_VALUES_ORDER_FIRST ? N_ ("insertion order") : N_ ("capacity and size"));
  for (guint i = 0; i < places; i++)
    {
      int name = live && i < attributes->keys->entries ? hy_shared_keys_name_at (attributes->keys, i) : -1;
      gboolean used = name >= 0 && hy_attributes_find (attributes, (guint) name) >= 0;
      add_span (maker, pointer, used ? HY_SPAN_VALUE : HY_SPAN_SPARE,
                name >= 0 ? hy_store_name_text (maker->store, (guint) name) : N_ ("free place"));
    }
  if (maker->rules->values == HY_VALUES_ORDER_LAST)
    add_span (maker, hy_values_size (maker->rules, pointer, places) - start - (guint64) places * pointer,
              HY_SPAN_VALUES_PREFIX, N_ ("insertion order"));
}

/* The variable part, and behind it the __dict__ pointer of a type that keeps it there. */
static void
add_items (HyBlockMaker *maker, const HySpan *dict_pointer)
{
  guint64 pointer = maker->layout->abi->pointer;
  guint64 items = (guint64) MAX (maker->payload->items, 0);
  guint64 extra = (guint64) maker->payload->object_extra;

  if (dict_pointer != NULL)
    {
      guint64 start = (guint64) maker->layout->basicsize;
      items = MIN ((start + items + pointer - 1) / pointer * pointer - start, extra);
    }
  add_span (maker, MIN (items, extra), HY_SPAN_ITEMS, N_ ("items"));
  if (dict_pointer != NULL)
    add_span (maker, dict_pointer->size, dict_pointer->kind, dict_pointer->label);
  add_span (maker, extra - MIN (items, extra), HY_SPAN_PADDING, N_ ("room for one item more"));
}

static void
add_instance (HyBlockMaker *maker)
{
  HyLayout *layout = maker->layout;
  const HySpan *last = layout->n_spans > 0 ? &layout->spans[layout->n_spans - 1] : NULL;
  const HySpan *dict_pointer =
      layout->itemsize != 0 && last != NULL && last->kind == HY_SPAN_DICT_POINTER ? last : NULL;
  guint64 end = layout->object_offset + (guint64) layout->basicsize;

  /* An exact str is smaller than its type's basicsize says. */
  if (maker->payload->object_extra < 0)
    end += (guint64) maker->payload->object_extra;
  for (gsize i = 0; i < layout->n_spans && maker->offset < end; i++)
    if (&layout->spans[i] != dict_pointer)
      add_span (maker, MIN (layout->spans[i].size, end - maker->offset), layout->spans[i].kind, layout->spans[i].label);
  if (maker->payload->object_extra > 0)
    add_items (maker, dict_pointer);
  if (maker->attributes->inline_places > 0)
    add_values (maker, maker->attributes->inline_places);
  finish_block (maker, HY_BLOCK_INSTANCE, N_ ("instance"));
}

static void
add_dict_object (HyBlockMaker *maker)
{
  const HyAbi *abi = maker->layout->abi;
  add_span (maker, abi->gc_head, HY_SPAN_GC_HEAD, N_ ("GC head"));
  add_span (maker, abi->object_header, HY_SPAN_HEADER, N_ ("object header"));
  add_span (maker, maker->rules->object - abi->object_header, HY_SPAN_DICT_OBJECT,
            N_ ("length, version, keys and values pointers"));
  finish_block (maker, HY_BLOCK_DICT, N_ ("dict"));
}

static void
add_own_keys (HyBlockMaker *maker)
{
  const HyAttributes *attributes = maker->attributes;
  guint64 size = hy_keys_size (maker->rules, attributes->log2, attributes->kind);
  guint64 usable = hy_keys_usable (attributes->log2);
  guint64 index_end = hy_keys_index_end (maker->rules, attributes->log2);
  guint64 entry = (size - index_end) / usable;

  add_span (maker, maker->rules->keys_header, HY_SPAN_KEYS, N_ ("keys header"));
  add_span (maker, index_end - maker->rules->keys_header, HY_SPAN_KEYS, N_ ("hash index"));
  for (guint i = 0; i < attributes->n_items; i++)
    add_span (maker, entry, HY_SPAN_ENTRY, hy_store_name_text (maker->store, attributes->items[i].name));
  add_span (maker, size - maker->offset, HY_SPAN_SPARE, N_ ("free entries"));
  finish_block (maker, HY_BLOCK_KEYS, N_ ("keys"));
}

static void
add_payload (HyBlockMaker *maker)
{
  for (guint i = 0; i < maker->payload->n_blocks; i++)
    {
      add_span (maker, maker->payload->blocks[i].size, HY_SPAN_ITEMS, maker->payload->blocks[i].what);
      finish_block (maker, HY_BLOCK_PAYLOAD, maker->payload->blocks[i].what);
    }
}

/* Objects/weakrefobject.c: one object serves every reference without a callback, one each those with one. */
static void
add_weakref (HyBlockMaker *maker)
{
  const HyAbi *abi = maker->layout->abi;
  const HyLibraryType *type = hy_library_find ("weakref.ref", abi->minor);
  HyLibrarySize sizes;
  if (type == NULL || !hy_library_sizes (type, abi, &sizes))
    return;
  add_span (maker, abi->gc_head, HY_SPAN_GC_HEAD, N_ ("GC head"));
  add_span (maker, abi->object_header, HY_SPAN_HEADER, N_ ("object header"));
  add_span (maker, (guint64) sizes.basicsize - abi->object_header, HY_SPAN_BASE,
            N_ ("referent, callback, hash, links"));
  finish_block (maker, HY_BLOCK_WEAKREF, N_ ("weak reference"));
}

HyBlock *
hy_blocks_new (HyLayout *layout, HyStore *store, const HyInstance *instance, const HyPayload *payload, gsize *n_blocks)
{
  const HyAttributes *attributes = &instance->attributes;
  HyBlockMaker maker = {
    .layout = layout,
    .store = store,
    .rules = hy_store_rules (store),
    .attributes = attributes,
    .payload = payload,
    .allocator = hy_allocator_for (layout->abi),
    .spans = g_array_sized_new (FALSE, FALSE, sizeof (HySpan), TYPICAL_SPANS),
  };

  add_instance (&maker);
  if (attributes->places > 0)
    {
      add_values (&maker, attributes->places);
      finish_block (&maker, HY_BLOCK_VALUES, N_ ("values array"));
    }
  if (attributes->form == HY_ATTRIBUTES_SPLIT || attributes->form == HY_ATTRIBUTES_COMBINED)
    add_dict_object (&maker);
  if (attributes->form == HY_ATTRIBUTES_COMBINED && attributes->log2 > 0)
    add_own_keys (&maker);
  add_payload (&maker);
  for (guint i = 0; i < instance->weakly_referenced + instance->n_watchers; i++)
    add_weakref (&maker);
  g_array_unref (maker.spans);
  *n_blocks = maker.n_blocks;
  return g_memdup2 (maker.blocks, maker.n_blocks * sizeof (HyBlock));
}

void
hy_blocks_free (HyBlock *blocks, gsize n_blocks)
{
  for (gsize i = 0; i < n_blocks; i++)
    g_free (blocks[i].spans);
  g_free (blocks);
}
