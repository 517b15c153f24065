/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-runtime-private.h"

#include "hy-msgid.h"
#include "hy-value-repr.h"

/* The dict of the instance as Python prints it. */
static char *
dict_repr (HyRuntime *self, gsize instance)
{
  HyInstance *o = hy_runtime_get_instance (self, instance, NULL);
  HyStore *store = hy_maker_get_store (hy_runtime_get_maker (self));
  GString *repr = g_string_new ("{");

  for (guint i = 0; i < o->attributes.n_items; i++)
    {
      const HyStoreItem *item = &o->attributes.items[i];
      g_autofree char *value = item->value != NULL ? hy_value_repr (item->value, instance) : g_strdup ("...");
      gboolean is_str = hy_store_name_is_str (store, item->name);
      const char *quote = is_str ? "'" : "";
      g_string_append_printf (repr, "%s%s%s%s: %s", i > 0 ? ", " : "", quote, hy_store_name_text (store, item->name),
                              quote, value);
    }
  g_string_append_c (repr, '}');
  return g_string_free (repr, FALSE);
}

void
hy_runtime_touch_dict (HyRuntime *self, gsize instance, HyOutcome *outcome)
{
  HyInstance *o = hy_runtime_get_instance (self, instance, outcome);
  if (o == NULL)
    return;
  if (!hy_runtime_get_layout (self)->has_dict)
    {
      hy_outcome_raise (outcome, "AttributeError",
                        hy_runtime_texts_for (hy_runtime_get_layout (self)->abi)->missing_get,
                        hy_runtime_type_name (hy_runtime_get_layout (self)), "__dict__");
      return;
    }
  HyRuntimeBytes before = hy_runtime_measure (self, instance);
  HyAttributesForm form = o->attributes.form;
  hy_store_touch_dict (hy_maker_get_store (hy_runtime_get_maker (self)), &o->attributes);
  hy_runtime_settle (self, instance, before, outcome);
  hy_outcome_done (outcome, form == o->attributes.form ? N_ ("the dict was there already")
                                                       : N_ ("a dict object was made, and stays with the instance"));
  outcome->result = dict_repr (self, instance);
}

/* TRUE when @outcome says why the dict can't be put away, to be replaced or, where @deleted, for good. */
static gboolean
refuse_dict_change (HyRuntime *self, HyInstance *o, gboolean deleted, HyOutcome *outcome)
{
  HyLayout *layout = hy_runtime_get_layout (self);
  gboolean known, own;
  const char *refusal = hy_runtime_dict_refusal (layout, &known, &own);
  if (!layout->has_dict)
    hy_outcome_raise (outcome, "AttributeError", hy_runtime_texts_for (layout->abi)->no_place,
                      hy_runtime_type_name (layout), "__dict__");
  else if (hy_runtime_refuse_frozen (self, "__dict__", !deleted, outcome))
    return TRUE;
  else if (refusal != NULL && !deleted)
    hy_outcome_raise (outcome, "AttributeError", refusal, "", "");
  else if (!known || (deleted && !own))
    {
      o->doubted = TRUE;
      hy_outcome_unknown (outcome, N_ ("what its C type does then is not modelled"));
    }
  else
    return FALSE;
  return TRUE;
}

void
hy_runtime_replace_dict (HyRuntime *self, gsize instance, HyValue *dict, HyOutcome *outcome)
{
  HyInstance *o = hy_runtime_get_instance (self, instance, outcome);
  if (o == NULL || refuse_dict_change (self, o, FALSE, outcome))
    return;
  if (dict->kind != HY_VALUE_DICT || dict->n_items < 2 * dict->length)
    {
      o->doubted = TRUE;
      hy_outcome_unknown (outcome, N_ ("only a dict that is written out can be put in its place here"));
      return;
    }
  HyRuntimeBytes before = hy_runtime_measure (self, instance);
  hy_maker_replace_dict (hy_runtime_get_maker (self), o, dict);
  hy_runtime_settle (self, instance, before, outcome);
  hy_outcome_done (outcome, N_ ("the instance has a dict of its own now and shares no keys"));
}

/* Source: Objects/typeobject.c, subtype_setdict. */
void
hy_runtime_delete_dict (HyRuntime *self, gsize instance, HyOutcome *outcome)
{
  HyInstance *o = hy_runtime_get_instance (self, instance, outcome);
  if (o == NULL || refuse_dict_change (self, o, TRUE, outcome))
    return;
  HyRuntimeBytes before = hy_runtime_measure (self, instance);
  hy_store_delete_dict (hy_maker_get_store (hy_runtime_get_maker (self)), &o->attributes);
  hy_runtime_settle (self, instance, before, outcome);
  hy_outcome_done (outcome, N_ ("the attributes are gone; the next one makes a dict again"));
}

void
hy_runtime_set_item (HyRuntime *self, gsize instance, const HyValue *key, HyValue *value, HyOutcome *outcome)
{
  HyInstance *o = hy_runtime_get_instance (self, instance, outcome);
  if (o == NULL)
    return;
  hy_runtime_touch_dict (self, instance, outcome);
  if (!outcome->ok)
    return;
  gint64 requested = outcome->requested_delta, allocated = outcome->allocated_delta;
  hy_outcome_clear (outcome);
  HyRuntimeBytes before = hy_runtime_measure (self, instance);
  hy_maker_set_item (hy_runtime_get_maker (self), o, key, value);
  hy_runtime_settle (self, instance, before, outcome);
  outcome->requested_delta += requested;
  outcome->allocated_delta += allocated;
  hy_outcome_done (outcome, N_ ("stored by the dict, which stays with the instance"));
}
