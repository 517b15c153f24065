/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-dataclass.h"
#include "hy-attribute.h"
#include "hy-class-rules.h"
#include "hy-rule.h"
#include "hy-texts.h"

#include <string.h>

typedef enum
{
  ANNOTATION_FIELD,
  ANNOTATION_CLASS_VAR,
  ANNOTATION_INIT_VAR,
  ANNOTATION_KW_ONLY,
} AnnotationKind;

static gboolean
names (const char *annotation, const char *word)
{
  const char *p = annotation + strspn (annotation, "'\" ");
  const char *dot = strchr (p, '.');
  const char *bracket = strchr (p, '[');
  if (dot != NULL && (bracket == NULL || dot < bracket))
    p = dot + 1;
  gsize length = strlen (word);
  return strncmp (p, word, length) == 0 && strchr ("[ '\"", p[length]) != NULL;
}

static AnnotationKind
read_annotation (const char *annotation)
{
  if (names (annotation, "ClassVar"))
    return ANNOTATION_CLASS_VAR;
  if (names (annotation, "InitVar"))
    return ANNOTATION_INIT_VAR;
  if (names (annotation, "KW_ONLY"))
    return ANNOTATION_KW_ONLY;
  return ANNOTATION_FIELD;
}

/* What getattr (cls, name) finds for a field that is only annotated, but for slots. */
static HyFieldDefault
inherited_default (const HyType *self, const char *name, guint minor)
{
  g_auto (HyAttribute) found = { 0 };
  g_auto (HyAttribute) of_metaclass = { 0 };
  if (hy_attribute_find (self, name, minor, &found))
    return found.member ? HY_FIELD_NO_DEFAULT : HY_FIELD_DEFAULT;
  if (found.unknown)
    return HY_FIELD_UNKNOWN_DEFAULT;
  gboolean plain = self->metaclass->library != NULL && g_str_equal (self->metaclass->library->name, "type");
  return plain && hy_attribute_find (self->metaclass, name, minor, &of_metaclass) ? HY_FIELD_DEFAULT
                                                                                  : HY_FIELD_NO_DEFAULT;
}

/* Defaults that dataclass takes for mutable, as the repr of their class names them. Source: Lib/dataclasses.py,
 * _get_field: until 3.10 instances of list, dict and set, then whatever has no hash. */
static const struct
{
  HyValueKind kind;
  const char *name;
  HyRule rule; /* that brings it in, or HY_RULE_LAST: it was one from the first version on */
} mutable_classes[] = {
  { HY_VALUE_LIST, "list", HY_RULE_LAST },
  { HY_VALUE_DICT, "dict", HY_RULE_LAST },
  { HY_VALUE_SET, "set", HY_RULE_LAST },
  { HY_VALUE_BYTEARRAY, "bytearray", HY_RULE_DATACLASS_UNHASHABLE },
  { HY_VALUE_LIBRARY, "collections.defaultdict", HY_RULE_LAST },
  { HY_VALUE_LIBRARY, "collections.OrderedDict", HY_RULE_LAST },
  { HY_VALUE_LIBRARY, "collections.Counter", HY_RULE_LAST },
  { HY_VALUE_LIBRARY, "collections.deque", HY_RULE_DATACLASS_UNHASHABLE },
  { HY_VALUE_LIBRARY, "array.array", HY_RULE_DATACLASS_UNHASHABLE },
};

/* Name of the mutable class that @value is of; NULL where it is of none. */
static const char *
mutable_class (const HyValue *value, guint minor)
{
  for (gsize i = 0; value != NULL && i < G_N_ELEMENTS (mutable_classes); i++)
    if (value->kind == mutable_classes[i].kind &&
        (value->kind != HY_VALUE_LIBRARY || g_strcmp0 (value->type_name, mutable_classes[i].name) == 0) &&
        (mutable_classes[i].rule == HY_RULE_LAST || hy_rule_holds (mutable_classes[i].rule, minor)))
      return mutable_classes[i].name;
  return NULL;
}

/* What is gathered while a decorator looks at a class. */
typedef struct
{
  HyTypes *types;
  HyType *self;
  guint minor;
  GArray *fields;
  gboolean kw_only_from_here;
  const char *frozen_error;
} Process;

static void
clear_field (gpointer field)
{
  g_free (((HyTypeField *) field)->name);
}

static GArray *
new_fields (void)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (HyTypeField));
  g_array_set_clear_func (fields, clear_field);
  return fields;
}

/* A field of a name that is there already takes its place. */
static void
put_field (GArray *fields, HyTypeField field)
{
  for (guint i = 0; i < fields->len; i++)
    {
      HyTypeField *known = &g_array_index (fields, HyTypeField, i);
      if (g_str_equal (known->name, field.name))
        {
          field.name = known->name;
          *known = field;
          return;
        }
    }
  field.name = g_strdup (field.name);
  g_array_append_val (fields, field);
}

static const HyType *
find_dataclass (const HyType *type)
{
  for (gsize i = 0; i < type->n_mro; i++)
    if (type->mro[i]->fields != NULL)
      return type->mro[i];
  return NULL;
}

/* Fields of the bases, and whether being frozen goes together. */
static void
collect_inherited (Process *process)
{
  HyType *self = process->self;
  gboolean found = FALSE, any_frozen = FALSE, all_frozen = TRUE;
  for (gsize i = self->n_mro - 1; i > 0; i--)
    {
      const HyType *base = find_dataclass (self->mro[i]);
      if (base == NULL ||
          (base->fields->len == 0 && !hy_rule_holds (HY_RULE_DATACLASS_FIELDLESS_BASES, process->minor)))
        continue;
      found = TRUE;
      any_frozen |= base->frozen;
      all_frozen &= base->frozen;
      for (guint j = 0; j < base->fields->len; j++)
        put_field (process->fields, g_array_index (base->fields, HyTypeField, j));
    }
  self->frozen = self->def->dataclass.frozen == 1;
  if (found && any_frozen && !self->frozen)
    process->frozen_error = "cannot inherit non-frozen dataclass from a frozen one";
  gboolean fits = hy_rule_holds (HY_RULE_DATACLASS_ALL_FROZEN, process->minor) ? all_frozen : any_frozen;
  if (found && self->frozen && !fits)
    process->frozen_error = "cannot inherit frozen dataclass from a non-frozen one";
}

static gboolean
check_default (Process *process, const HyMember *member, const char *name, AnnotationKind kind)
{
  const HyFieldCall *call = member->field;
  const HyValue *value = call != NULL ? call->value : member->value;
  if (call != NULL && call->has_default && call->has_factory)
    return hy_type_refuse (process->self, "ValueError", "cannot specify both default and default_factory");
  if (call != NULL && call->has_factory && kind != ANNOTATION_FIELD)
    return hy_type_refuse (process->self, "TypeError", "field %s cannot have a default factory", name);
  if (call != NULL && call->kw_only >= 0 && kind == ANNOTATION_CLASS_VAR)
    return hy_type_refuse (process->self, "TypeError", "field %s is a ClassVar but specifies kw_only", name);
  if (kind != ANNOTATION_FIELD || member->kind != HY_MEMBER_VARIABLE)
    return TRUE;
  const char *mutable = mutable_class (value, process->minor);
  if (mutable != NULL)
    return hy_type_refuse (process->self, "ValueError",
                           "mutable default <class '%s'> for field %s is not allowed: use default_factory", mutable,
                           name);
  if (value != NULL && value->kind == HY_VALUE_OBJECT && hy_rule_holds (HY_RULE_DATACLASS_UNHASHABLE, process->minor))
    return hy_type_unknown (process->self, "whether the default of %s is hashable is not known", name);
  return TRUE;
}

static gboolean
add_own_field (Process *process, const HyMember *member)
{
  AnnotationKind kind = read_annotation (member->annotation);
  g_autofree char *name = hy_slots_mangle (process->self->name, member->name);
  if (kind == ANNOTATION_KW_ONLY)
    {
      if (process->kw_only_from_here)
        return hy_type_refuse (process->self, "TypeError", "'%s' is KW_ONLY, but KW_ONLY has already been specified",
                               name);
      process->kw_only_from_here = TRUE;
      return TRUE;
    }
  if (!check_default (process, member, name, kind))
    return FALSE;
  const HyFieldCall *call = member->field;
  gboolean assigned = member->kind != HY_MEMBER_ANNOTATION;
  HyTypeField field = {
    .name = name,
    .pseudo = kind != ANNOTATION_FIELD,
    .no_argument = kind == ANNOTATION_CLASS_VAR || (call != NULL && call->no_init),
    .value = assigned ? HY_FIELD_DEFAULT : inherited_default (process->self, name, process->minor),
    .kw_only = call != NULL && call->kw_only >= 0
                   ? call->kw_only == 1
                   : process->kw_only_from_here || process->self->def->dataclass.kw_only == 1,
  };
  if (call != NULL)
    field.value = call->has_default || call->has_factory ? HY_FIELD_DEFAULT : HY_FIELD_NO_DEFAULT;
  put_field (process->fields, field);
  return TRUE;
}

static gboolean
collect_own (Process *process)
{
  const HyClassDef *def = process->self->def;
  for (gsize i = 0; i < def->n_members; i++)
    if (def->members[i].annotation != NULL && !add_own_field (process, &def->members[i]))
      return FALSE;
  for (gsize i = 0; i < def->n_members; i++)
    if (def->members[i].field != NULL && def->members[i].annotation == NULL)
      {
        g_autofree char *name = hy_slots_mangle (def->name, def->members[i].name);
        return hy_type_refuse (process->self, "TypeError", "'%s' is a field but has no type annotation", name);
      }
  return TRUE;
}

/* __init__'s parameters: those without a default come first. */
static gboolean
check_order (Process *process)
{
  const char *after = NULL;
  gboolean maybe_after = FALSE;
  for (guint i = 0; process->self->def->dataclass.init != 0 && i < process->fields->len; i++)
    {
      const HyTypeField *field = &g_array_index (process->fields, HyTypeField, i);
      if (field->no_argument || field->kw_only)
        continue;
      gboolean unknown = field->value == HY_FIELD_UNKNOWN_DEFAULT;
      if ((maybe_after && field->value != HY_FIELD_DEFAULT) || (after != NULL && unknown))
        return hy_type_unknown (
            process->self, "whether a class of the library gives its field %s a default is not known", field->name);
      if (field->value == HY_FIELD_DEFAULT)
        after = field->name;
      else if (unknown)
        maybe_after = TRUE;
      else if (after != NULL)
        {
          const char *const arguments[] = { field->name, after, NULL };
          return hy_texts_refuse (process->self, process->minor, HY_TEXT_DATACLASS_ORDER, arguments);
        }
    }
  return TRUE;
}

static gboolean
check_overwritten (Process *process)
{
  static const char *const comparisons[] = { "__lt__", "__le__", "__gt__", "__ge__" };
  HyType *self = process->self;
  const HyDataclassArgs *args = &self->def->dataclass;
  for (gsize i = 0; args->order == 1 && i < G_N_ELEMENTS (comparisons); i++)
    if (hy_attribute_defines (self->def, comparisons[i]))
      {
        const char *const arguments[] = { comparisons[i], self->name, NULL };
        return hy_texts_refuse (self, process->minor, HY_TEXT_DATACLASS_OVERWRITE, arguments);
      }
  static const char *const setters[] = { "__setattr__", "__delattr__" };
  for (gsize i = 0; args->frozen == 1 && i < G_N_ELEMENTS (setters); i++)
    if (hy_attribute_defines (self->def, setters[i]))
      return hy_type_refuse (self, "TypeError", "Cannot overwrite attribute %s in class %s", setters[i], self->name);
  if (args->unsafe_hash == 1 && hy_attribute_defines (self->def, "__hash__"))
    return hy_type_refuse (self, "TypeError", "Cannot overwrite attribute __hash__ in class %s", self->name);
  return TRUE;
}

/* Source: _get_slots. */
static void
collect_base_slots (Process *process, GHashTable *slots)
{
  if (!hy_rule_holds (HY_RULE_DATACLASS_INHERITED_SLOTS, process->minor))
    return;
  for (gsize i = 1; i + 1 < process->self->n_mro; i++)
    {
      const HyType *base = process->self->mro[i];
      for (char **name = base->slot_names; name != NULL && *name != NULL; name++)
        g_hash_table_add (slots, *name);
      if (!base->slotted && base->weakrefoffset != 0 &&
          hy_rule_holds (HY_RULE_DATACLASS_IMPLICIT_WEAKREF, process->minor))
        g_hash_table_add (slots, (gpointer) "__weakref__");
    }
}

/* The docstring that _process_class writes has the class's signature, which not all types have. */
static gboolean
check_signature (Process *process)
{
  HyType *self = process->self;
  if (hy_rule_holds (HY_RULE_DATACLASS_ANY_SIGNATURE, process->minor))
    return TRUE;
  for (gsize i = 0; i < self->n_mro; i++)
    {
      const HyLibraryType *row = self->mro[i]->library;
      if (row == NULL || (row->flags & HY_LIBRARY_PYTHON) || g_str_equal (row->name, "object"))
        continue;
      gboolean wraps = g_str_equal (row->name, "classmethod") || g_str_equal (row->name, "staticmethod");
      if (wraps || self->def->dataclass.init == 0)
        return hy_type_unknown (self, "whether inspect finds a signature for it is not modelled");
    }
  return TRUE;
}

static gboolean
make_again (Process *process, GPtrArray *names)
{
  g_autofree HySlot *slots = g_new0 (HySlot, names->len + 1);
  for (guint i = 0; i < names->len; i++)
    slots[i].name = names->pdata[i];
  HySlotsBody body = { .state = HY_SLOTS_NAMES, .slots = slots, .n_slots = names->len };
  if (process->self->metaclass->library != NULL && g_str_has_prefix (process->self->metaclass->library->name, "enum."))
    return hy_type_unknown (process->self, "what making an enumeration a second time comes to is not modelled");
  for (gsize i = 1; i < process->self->n_mro; i++)
    {
      const HyLibraryType *row = process->self->mro[i]->library;
      if (row != NULL && (row->flags & HY_LIBRARY_INIT_SUBCLASS) && !g_str_has_prefix (row->name, "typing."))
        return hy_type_unknown (process->self, "what %s makes of a class made twice is not modelled", row->name);
    }
  hy_class_rules_unmake (process->self);
  return hy_class_rules_make (process->self, &body, hy_types_get_abi (process->types));
}

static gboolean
add_slots (Process *process)
{
  HyType *self = process->self;
  const HyDataclassArgs *args = &self->def->dataclass;
  if (args->weakref_slot == 1 && args->slots != 1)
    return hy_type_refuse (self, "TypeError", "weakref_slot is True but slots is False");
  if (args->slots != 1)
    return TRUE;
  if (self->slotted)
    return hy_type_refuse (self, "TypeError", "%s already specifies __slots__", self->name);
  g_autoptr (GHashTable) inherited = g_hash_table_new (g_str_hash, g_str_equal);
  collect_base_slots (process, inherited);
  g_autoptr (GPtrArray) slots = g_ptr_array_new ();
  for (guint i = 0; i < process->fields->len; i++)
    {
      HyTypeField *field = &g_array_index (process->fields, HyTypeField, i);
      if (!field->pseudo && !g_hash_table_contains (inherited, field->name))
        g_ptr_array_add (slots, field->name);
    }
  if (args->weakref_slot == 1 && !g_hash_table_contains (inherited, "__weakref__"))
    g_ptr_array_add (slots, (gpointer) "__weakref__");
  return make_again (process, slots);
}

gboolean
hy_dataclass_apply (HyTypes *types, HyType *self)
{
  const HyDataclassArgs *args = &self->def->dataclass;
  Process process = { .types = types, .self = self, .minor = hy_types_get_abi (types)->minor, .fields = new_fields () };
  if (args->since_minor > process.minor)
    {
      g_array_unref (process.fields);
      return hy_type_unknown (self, "an argument of its @dataclass is known from 3.%u on", args->since_minor);
    }
  collect_inherited (&process);
  self->fields = process.fields;
  if (!collect_own (&process))
    return FALSE;
  if (process.frozen_error != NULL)
    return hy_type_refuse (self, "TypeError", "%s", process.frozen_error);
  if (args->order == 1 && args->eq == 0)
    return hy_type_refuse (self, "ValueError", "eq must be true if order is true");
  return check_order (&process) && check_overwritten (&process) && check_signature (&process) && add_slots (&process);
}

/* attrs. */

static gboolean
inherits_weakref (const HyType *self)
{
  for (gsize i = 1; i + 1 < self->n_mro; i++)
    if (self->mro[i]->own_weakref)
      return TRUE;
  return FALSE;
}

static gboolean
inherits_slot (const HyType *self, const char *name)
{
  for (gsize i = 1; i < self->n_mro; i++)
    for (char **slot = self->mro[i]->slot_names; slot != NULL && *slot != NULL; slot++)
      if (g_str_equal (*slot, name))
        return TRUE;
  return FALSE;
}

gboolean
hy_dataclass_apply_attrs (HyTypes *types, HyType *self)
{
  const HyDataclassArgs *args = &self->def->dataclass;
  if (args->slots != 1)
    return TRUE;
  Process process = { .types = types, .self = self, .minor = hy_types_get_abi (types)->minor };
  g_autoptr (GPtrArray) slots = g_ptr_array_new ();
  for (char **name = self->def->fields; name != NULL && *name != NULL; name++)
    if (!inherits_slot (self, *name))
      g_ptr_array_add (slots, *name);
  if (args->weakref_slot != 0 && !inherits_weakref (self) && !inherits_slot (self, "__weakref__"))
    g_ptr_array_add (slots, (gpointer) "__weakref__");
  return make_again (&process, slots);
}
