/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-layout-why.h"

/* Whether a steady instance owns such an allocation. */
static gboolean
has_block (HyFootprint *footprint, HyBlockRole role)
{
  const HyRankRun *steady = hy_footprint_steady (footprint);

  for (gsize i = 0; steady != NULL && i < steady->n_blocks; i++)
    {
      if (steady->blocks[i].role == role)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_dict (HyFootprint *footprint)
{
  return footprint->layout->has_dict;
}

static gboolean
has_no_dict (HyFootprint *footprint)
{
  return !footprint->layout->has_dict;
}

static gboolean
dict_in_pre_header (HyFootprint *footprint)
{
  return (footprint->layout->flags & HY_FLAG_MANAGED_DICT) != 0;
}

static gboolean
dict_in_field (HyFootprint *footprint)
{
  return footprint->layout->has_dict && !dict_in_pre_header (footprint);
}

static gboolean
weakref_in_pre_header (HyFootprint *footprint)
{
  return (footprint->layout->flags & HY_FLAG_MANAGED_WEAKREF) != 0;
}

static gboolean
weakref_in_field (HyFootprint *footprint)
{
  return footprint->layout->has_weakref && !weakref_in_pre_header (footprint);
}

static gboolean
weakref_for_nothing (HyFootprint *footprint)
{
  return !footprint->layout->has_weakref && dict_in_pre_header (footprint) && footprint->layout->abi->managed_weakref;
}

static gboolean
values_inline (HyFootprint *footprint)
{
  return (footprint->layout->flags & HY_FLAG_INLINE_VALUES) != 0;
}

static gboolean
values_apart (HyFootprint *footprint)
{
  return footprint->layout->abi->store != HY_STORE_SPLIT_DICT && has_block (footprint, HY_BLOCK_VALUES);
}

static gboolean
dict_apart (HyFootprint *footprint)
{
  return footprint->layout->abi->store != HY_STORE_SPLIT_DICT && has_block (footprint, HY_BLOCK_DICT);
}

static gboolean
split_dict (HyFootprint *footprint)
{
  return footprint->layout->has_dict && footprint->layout->abi->store == HY_STORE_SPLIT_DICT;
}

static gboolean
has_gc (HyFootprint *footprint)
{
  return (footprint->layout->flags & HY_FLAG_HAVE_GC) != 0 && footprint->layout->abi->gc_head > 0;
}

static const struct
{
  gboolean (*applies) (HyFootprint *footprint);
  const char *text;
} rules[] = {
  { has_dict, "a __dict__: some class of the MRO has no __slots__, or names __dict__ in them" },
  { has_no_dict,
    "no __dict__: every class statement of the MRO has __slots__; another attribute is an AttributeError" },
  { dict_in_pre_header, "the __dict__ pointer comes with the pre-header, before the object" },
  { dict_in_field, "the __dict__ pointer is a field of the object" },
  { weakref_in_pre_header, "the __weakref__ list comes with the pre-header and costs no field" },
  { weakref_in_field, "the __weakref__ list is a field of the object" },
  { weakref_for_nothing, "no __weakref__: a pre-header that is there for __dict__ keeps its place all the same" },
  { values_inline, "attribute values lie in the object's own block, behind its fields" },
  { values_apart, "attribute values lie in an array of their own" },
  { dict_apart, "a dict object of its own: the attributes could not stay in a values array alone" },
  { split_dict, "a dict object of its own comes with the first attribute; its keys belong to the class" },
  { has_gc, "a GC head before the object, for the cycle collector" },
};

void
hy_layout_why_print (HyFootprint *footprint, HyOutput *output)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (!rules[i].applies (footprint))
        continue;
      hy_output_style (output, HY_STYLE_DIM, "  - %s", rules[i].text);
      hy_output_add (output, "\n");
    }
}
