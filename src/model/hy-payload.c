/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-payload-private.h"

#include <string.h>

#include "hy-attribute.h"
#include "hy-dict.h"
#include "hy-layout-private.h"
#include "hy-payload-table.h"
#include "hy-rule.h"
#include "hy-value-rules.h"
#include "hy-value-size.h"

static const HyPayloadRow *
find_library_row (const HyLibraryType *library, guint minor)
{
  for (gsize i = 0; i < hy_payload_table_length; i++)
    {
      const HyPayloadRow *row = &hy_payload_table[i];
      if (row->since <= minor && minor <= row->until && strcmp (row->name, library->name) == 0)
        return row;
    }
  return NULL;
}

static gboolean
is_c_type (const HyType *type)
{
  return type->library != NULL && (type->library->flags & HY_LIBRARY_PYTHON) == 0;
}

/* The innermost C type that the table knows, from the one whose layout is extended upwards: an exception is a
 * BaseException whatever its own name. */
static const HyPayloadRow *
find_kind (HyLayout *layout, const HyType **c_type)
{
  const HyType *type = hy_layout_get_type (layout);
  while (!is_c_type (type))
    type = type->base;
  *c_type = type;
  for (; type != NULL; type = type->base)
    {
      const HyPayloadRow *row = find_library_row (type->library, layout->abi->minor);
      gboolean covers = type == *c_type || (row != NULL && row->kind == HY_PAYLOAD_ARGUMENTS);
      if (row != NULL && (covers || row->kind == HY_PAYLOAD_UNKNOWN))
        return row;
    }
  return NULL;
}

HyPayloadKind
hy_payload_kind (HyLayout *layout)
{
  const HyType *type;
  const HyPayloadRow *row = find_kind (layout, &type);
  return row != NULL ? row->kind : HY_PAYLOAD_UNKNOWN;
}

/* Objects/exceptions.c, BaseException_getset and BaseException_members, 3.6-3.15. */
static const char *const exception_fields[] = { "__cause__", "__context__", "__suppress_context__", "__traceback__",
                                                NULL };

/* A field of the C types that an exception stands on, whatever classes written in Python are between. */
static HyPayloadPlace
place_in_exception (const HyType *type, const char *name, guint minor)
{
  for (gsize i = 0; i < type->n_mro; i++)
    {
      const HyType *t = type->mro[i];
      const HyLibraryAttribute *row = t->library != NULL ? hy_library_find_attribute (t->library, name, minor) : NULL;
      if (row != NULL && row->kind == HY_ATTRIBUTE_MEMBER)
        return HY_PAYLOAD_PLACE_FIELD;
      if (row != NULL && row->kind == HY_ATTRIBUTE_DATA)
        return g_str_equal (name, "args") ? HY_PAYLOAD_PLACE_ARGUMENTS : HY_PAYLOAD_PLACE_UNKNOWN;
    }
  return HY_PAYLOAD_PLACE_NONE;
}

/* Objects/object.c, _PyObject_GenericSetAttrWithDict: a data descriptor comes before __dict__. */
HyPayloadPlace
hy_payload_place (HyLayout *layout, const char *name)
{
  g_auto (HyAttribute) found = { 0 };
  gboolean exception = hy_payload_kind (layout) == HY_PAYLOAD_ARGUMENTS;
  if (exception && g_strv_contains (exception_fields, name))
    return HY_PAYLOAD_PLACE_FIELD;
  const HyType *type = hy_layout_get_type (layout);
  gboolean is_found = hy_attribute_find (type, name, layout->abi->minor, &found);
  if (exception && !is_found && found.unknown)
    return place_in_exception (type, name, layout->abi->minor);
  if (!is_found || found.stage != HY_LOOKUP_DATA_DESCRIPTOR || found.owner->library == NULL)
    return HY_PAYLOAD_PLACE_NONE;
  if (!exception)
    return HY_PAYLOAD_PLACE_UNKNOWN;
  return place_in_exception (type, name, layout->abi->minor);
}

/* Objects/exceptions.c, BaseException_set_args */
HyValue *
hy_payload_value (HyLayout *layout)
{
  const HyRecipe *recipe = &layout->def->recipe;
  for (gsize i = recipe->n_ops; i > 0; i--)
    {
      const HyOp *op = &recipe->ops[i - 1];
      if (op->kind == HY_OP_SET && g_strcmp0 (op->name, "args") == 0 &&
          hy_payload_place (layout, op->name) == HY_PAYLOAD_PLACE_ARGUMENTS)
        return op->value;
    }
  return recipe->payload;
}

gboolean
hy_payload_has_plain_new (HyLayout *layout)
{
  const HyType *type;
  const HyPayloadRow *row = find_kind (layout, &type);
  return row != NULL && row->plain_new;
}

gboolean
hy_payload_has_arguments (const HyPayloadVisit *visit)
{
  return (visit->value != NULL && visit->value->n_items > 0) || visit->n_arguments > 0;
}

static gboolean
visit_nothing (HyPayloadVisit *visit)
{
  return TRUE;
}

static gboolean
visit_without_arguments (HyPayloadVisit *visit)
{
  return !hy_payload_has_arguments (visit);
}

static gboolean
visit_namespace (HyPayloadVisit *visit)
{
  visit->payload->dict_at_creation = TRUE;
  return TRUE;
}

static gboolean
visit_property (HyPayloadVisit *visit)
{
  if (!visit->exact && hy_rule_holds (HY_RULE_PROPERTY_KEEPS_DOC, visit->abi->minor) && visit->has_dict)
    visit->payload->sets = "__doc__";
  return !hy_payload_has_arguments (visit);
}

typedef gboolean (*HyPayloadVisitor) (HyPayloadVisit *visit);

static const HyPayloadVisitor visitors[] = {
  [HY_PAYLOAD_NOTHING] = visit_nothing,
  [HY_PAYLOAD_WITHOUT_ARGUMENTS] = visit_without_arguments,
  [HY_PAYLOAD_NAMESPACE] = visit_namespace,
  [HY_PAYLOAD_PROPERTY] = visit_property,
  [HY_PAYLOAD_INT] = hy_payload_visit_int,
  [HY_PAYLOAD_TUPLE] = hy_payload_visit_tuple,
  [HY_PAYLOAD_BYTES] = hy_payload_visit_bytes,
  [HY_PAYLOAD_STR] = hy_payload_visit_str,
  [HY_PAYLOAD_LIST] = hy_payload_visit_container,
  [HY_PAYLOAD_DICT] = hy_payload_visit_container,
  [HY_PAYLOAD_SET] = hy_payload_visit_container,
  [HY_PAYLOAD_BYTEARRAY] = hy_payload_visit_container,
  [HY_PAYLOAD_ARGUMENTS] = hy_payload_visit_arguments,
  [HY_PAYLOAD_DECIMAL] = hy_payload_visit_decimal,
  [HY_PAYLOAD_UUID] = hy_payload_visit_uuid,
  [HY_PAYLOAD_FRACTION] = hy_payload_visit_fraction,
  [HY_PAYLOAD_DEQUE] = hy_payload_visit_deque,
  [HY_PAYLOAD_ARRAY] = hy_payload_visit_array,
  [HY_PAYLOAD_ZONED] = hy_payload_visit_zoned,
  [HY_PAYLOAD_STRINGIO] = hy_payload_visit_stringio,
  [HY_PAYLOAD_STRINGIO_LIST] = hy_payload_visit_stringio,
  [HY_PAYLOAD_STRINGIO_WRITER] = hy_payload_visit_stringio,
  [HY_PAYLOAD_DEFAULTDICT] = hy_payload_visit_defaultdict,
  [HY_PAYLOAD_PARTIAL] = hy_payload_visit_partial,
  [HY_PAYLOAD_STRUCTURE] = hy_payload_visit_structure,
  [HY_PAYLOAD_UNKNOWN] = NULL,
};

static void
keep_items (HyPayloadVisit *visit, const HyValue *value)
{
  if (value == NULL)
    return;
  visit->payload->kept = value->items;
  visit->payload->n_kept = value->n_items;
}

/* What of the arguments lives on in the instance; a list that an array or deque was filled from does not. */
static void
keep_arguments (HyPayloadVisit *visit)
{
  const HyValue *value = visit->value;
  switch (visit->kind)
    {
    case HY_PAYLOAD_NOTHING:
    case HY_PAYLOAD_TUPLE:
    case HY_PAYLOAD_LIST:
    case HY_PAYLOAD_DICT:
    case HY_PAYLOAD_SET:
    case HY_PAYLOAD_ARGUMENTS:
    case HY_PAYLOAD_PARTIAL:
    case HY_PAYLOAD_ZONED:
    case HY_PAYLOAD_UUID:
      keep_items (visit, value);
      break;
    case HY_PAYLOAD_DEQUE:
      keep_items (visit, value != NULL && value->n_items == 1 ? value->items[0] : NULL);
      break;
    default:
      break;
    }
}

static gboolean
visit_kind (HyPayloadVisit *visit, HyPayloadKind kind)
{
  visit->kind = kind;
  return visitors[kind] != NULL && visitors[kind](visit);
}

/* A constructor of a Python class of the library ran: what it leaves in the instance is not modelled. */
static gboolean
is_python_library_made (const HyAbi *abi, const HyValue *value)
{
  if (value == NULL || value->kind != HY_VALUE_LIBRARY || value->type_name == NULL)
    return FALSE;
  const HyLibraryType *library = hy_library_find (value->type_name, abi->minor);
  return library == NULL || (library->flags & HY_LIBRARY_PYTHON) != 0;
}

gboolean
hy_payload_find (HyLayout *layout, guint64 index, HyPayload *payload, char **unknown)
{
  const HyRecipe *recipe = &layout->def->recipe;
  const HyType *c_type;
  const HyPayloadRow *row = find_kind (layout, &c_type);
  HyPayloadVisit visit = {
    .abi = layout->abi,
    .rules = hy_value_rules_for (layout->abi),
    .c_basicsize = c_type->basicsize,
    .basicsize = layout->basicsize,
    .itemsize = layout->itemsize,
    .has_dict = layout->has_dict,
    .exact = hy_layout_get_type (layout) == c_type,
    .value = hy_payload_value (layout),
    .n_arguments = recipe->n_arguments,
    .index = index,
    .payload = payload,
  };

  *payload = (HyPayload){ 0 };
  if (row == NULL || is_python_library_made (layout->abi, recipe->payload))
    *unknown = g_strdup_printf ("what the constructor of %s allocates is not modelled",
                                row == NULL ? c_type->library->name : recipe->payload->type_name);
  else if (!visit_kind (&visit, row->kind))
    *unknown = g_strdup_printf ("what %s holds after these arguments is not known", row->name);
  else
    {
      keep_arguments (&visit);
      return TRUE;
    }
  return FALSE;
}

/* The block of an exact instance of @library without what its constructor adds; 0 when not known. */
static guint64
library_block (const HyLibraryType *library, const HyAbi *abi, HyPayloadVisit *visit)
{
  HyLibrarySize sizes;
  if ((library->flags & HY_LIBRARY_PYTHON) != 0)
    {
      g_autoptr (HyTypes) types = hy_types_new (abi);
      const HyType *type = hy_types_library (types, library->name);
      if (type == NULL)
        return 0;
      gboolean managed = (type->flags & (HY_FLAG_MANAGED_DICT | HY_FLAG_MANAGED_WEAKREF)) != 0;
      visit->basicsize = visit->c_basicsize = type->basicsize;
      return (managed ? abi->pre_header : 0) + abi->gc_head + (guint64) type->basicsize;
    }
  if (!hy_library_sizes (library, abi, &sizes))
    return 0;
  visit->basicsize = visit->c_basicsize = sizes.basicsize;
  visit->itemsize = sizes.itemsize;
  return (library->flags & HY_LIBRARY_GC ? abi->gc_head : 0) + (guint64) sizes.basicsize;
}

gboolean
hy_payload_find_library (HyValue *value, const HyAbi *abi, guint64 *object, gint64 *getsizeof_object,
                         HyPayload *payload)
{
  const HyLibraryType *library = value->type_name != NULL ? hy_library_find (value->type_name, abi->minor) : NULL;
  const HyPayloadRow *row = library != NULL ? find_library_row (library, abi->minor) : NULL;
  HyPayloadVisit visit = {
    .abi = abi,
    .rules = hy_value_rules_for (abi),
    .exact = TRUE,
    .value = value,
    .n_arguments = value->n_items,
    .payload = payload,
  };

  *payload = (HyPayload){ 0 };
  guint64 block = row != NULL ? library_block (library, abi, &visit) : 0;
  if (block == 0 || !visit_kind (&visit, row->kind))
    return FALSE;
  keep_arguments (&visit);
  *object = block + (guint64) payload->object_extra;
  *getsizeof_object = (gint64) block + payload->getsizeof_extra;
  return TRUE;
}
