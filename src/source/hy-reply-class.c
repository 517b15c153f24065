/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-reply-class.h"

#include "hy-reply-refusal.h"
#include "hy-reply-value.h"

#define MAX_BASES 1000
#define MAX_SLOTS 100000
#define MAX_MEMBERS 100000

/* Index of @word in the NULL-terminated @words; -1. */
static int
find_word (const char *const *words, const char *word)
{
  for (int i = 0; word != NULL && words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], word))
        return i;
    }
  return -1;
}

static HyClassDef *
find_def (JsonObject *object, GPtrArray *defs)
{
  gint64 index = hy_json_integer (object, "i", 0, (gint64) defs->len - 1, -1);

  return index < 0 ? NULL : hy_class_def_ref (g_ptr_array_index (defs, index));
}

static gboolean
read_base (HyBase *base, JsonObject *object, GPtrArray *defs)
{
  const char *const words[] = { "def", "lib", "unknown", "not", NULL };
  int kind = object != NULL ? find_word (words, hy_json_text (object, "k")) : -1;

  if (kind < 0)
    return FALSE;
  base->kind = (HyBaseKind) kind;
  base->name = hy_json_dup_text (object, "n");
  base->reason = hy_json_dup_text (object, "r");
  base->subscripted = hy_json_truth (object, "sub", FALSE);
  base->line = (guint) hy_json_integer (object, "line", 0, G_MAXINT, 0);
  if (base->kind == HY_BASE_DEF)
    base->def = find_def (object, defs);
  return base->name != NULL && (base->kind != HY_BASE_DEF || base->def != NULL);
}

static gboolean
read_bases (HyClassDef *def, JsonObject *object, GPtrArray *defs)
{
  JsonArray *bases = hy_json_array (object, "bases", MAX_BASES);
  JsonObject *metaclass = hy_json_object (object, "meta");

  if (bases == NULL)
    return FALSE;
  def->bases = g_new0 (HyBase, json_array_get_length (bases));
  for (guint i = 0; i < json_array_get_length (bases); i++)
    {
      def->n_bases++;
      if (!read_base (&def->bases[i], hy_json_item_object (bases, i), defs))
        return FALSE;
    }
  if (metaclass == NULL)
    return TRUE;
  def->metaclass = g_new0 (HyBase, 1);
  return read_base (def->metaclass, metaclass, defs);
}

static gboolean
read_slots (HyClassDef *def, JsonObject *object)
{
  const char *const words[] = { "absent", "names", "not-iterable", "unknown", NULL };
  int state = find_word (words, hy_json_text (object, "slots_state"));
  JsonArray *slots = hy_json_array (object, "slots", MAX_SLOTS);

  if (state < 0 || (state == HY_SLOTS_NAMES && slots == NULL))
    return FALSE;
  def->slots_state = (HySlotsState) state;
  def->slots_type = hy_json_dup_text (object, "slots_type");
  if (state == HY_SLOTS_NOT_ITERABLE)
    return def->slots_type != NULL;
  if (state != HY_SLOTS_NAMES)
    return TRUE;
  def->slots = g_new0 (HySlot, json_array_get_length (slots));
  for (guint i = 0; i < json_array_get_length (slots); i++)
    {
      JsonObject *slot = hy_json_item_object (slots, i);

      if (slot == NULL)
        return FALSE;
      def->slots[i].name = hy_json_dup_text (slot, "n");
      def->slots[i].type_name = hy_json_dup_text (slot, "t");
      def->n_slots++;
      if (def->slots[i].name == NULL && def->slots[i].type_name == NULL)
        return FALSE;
    }
  return TRUE;
}

static HyFieldCall *
read_field_call (JsonObject *object)
{
  HyFieldCall *field;

  if (object == NULL)
    return NULL;
  field = g_new0 (HyFieldCall, 1);
  field->has_default = hy_json_truth (object, "default", FALSE);
  field->has_factory = hy_json_truth (object, "factory", FALSE);
  field->no_init = hy_json_truth (object, "no_init", FALSE);
  field->kw_only = (int) hy_json_integer (object, "kw_only", -1, 1, -1);
  field->value = hy_reply_value_member (object, "v");
  return field;
}

static gboolean
read_member (HyMember *member, JsonObject *object, GPtrArray *defs)
{
  const char *const words[] = { "variable",        "method",     "staticmethod", "classmethod", "property",
                                "cached_property", "descriptor", "annotation",   NULL };
  int kind = object != NULL ? find_word (words, hy_json_text (object, "k")) : -1;

  if (kind < 0)
    return FALSE;
  member->kind = (HyMemberKind) kind;
  member->name = hy_json_dup_text (object, "n");
  member->annotation = hy_json_dup_text (object, "a");
  member->value = hy_reply_value_member (object, "v");
  member->field = read_field_call (hy_json_object (object, "field"));
  member->has_setter = hy_json_truth (object, "setter", FALSE);
  member->line = (guint) hy_json_integer (object, "line", 0, G_MAXINT, 0);
  if (member->kind == HY_MEMBER_DESCRIPTOR)
    member->descriptor = find_def (object, defs);
  return member->name != NULL;
}

static gboolean
read_members (HyClassDef *def, JsonObject *object, GPtrArray *defs)
{
  JsonArray *members = hy_json_array (object, "members", MAX_MEMBERS);

  if (members == NULL)
    return FALSE;
  def->members = g_new0 (HyMember, json_array_get_length (members));
  for (guint i = 0; i < json_array_get_length (members); i++)
    {
      def->n_members++;
      if (!read_member (&def->members[i], hy_json_item_object (members, i), defs))
        return FALSE;
    }
  return TRUE;
}

static void
read_dataclass (HyDataclassArgs *args, JsonObject *object)
{
  if (object == NULL)
    return;
  args->slots = (int) hy_json_integer (object, "slots", -1, 1, -1);
  args->weakref_slot = (int) hy_json_integer (object, "weakref_slot", -1, 1, -1);
  args->frozen = (int) hy_json_integer (object, "frozen", -1, 1, -1);
  args->eq = (int) hy_json_integer (object, "eq", -1, 1, -1);
  args->init = (int) hy_json_integer (object, "init", -1, 1, -1);
  args->kw_only = (int) hy_json_integer (object, "kw_only", -1, 1, -1);
  args->dict = (int) hy_json_integer (object, "dict", -1, 1, -1);
  args->order = (int) hy_json_integer (object, "order", -1, 1, -1);
  args->unsafe_hash = (int) hy_json_integer (object, "unsafe_hash", -1, 1, -1);
  args->since_minor = (guint) hy_json_integer (object, "since", 0, 99, 0);
}

static void
read_rest (HyClassDef *def, JsonObject *object, const char *file)
{
  def->file = hy_json_dup_text (object, "file");
  if (def->file == NULL)
    def->file = g_strdup (file);
  def->class_cell = hy_json_truth (object, "cell", FALSE);
  def->metaclass_followed = hy_json_truth (object, "followed", FALSE);
  def->line = (guint) hy_json_integer (object, "line", 0, G_MAXINT, 0);
  def->static_attributes = hy_json_strings (object, "static", MAX_MEMBERS);
  def->fields = hy_json_strings (object, "fields", MAX_MEMBERS);
  def->keywords = hy_json_strings (object, "keywords", MAX_MEMBERS);
  def->unknown_decorators = hy_json_strings (object, "decorators", MAX_MEMBERS);
  def->refusal = hy_reply_refusal (object, "refusal");
  def->unknown = hy_json_dup_text (object, "unknown");
  def->since_minor = (guint) hy_json_integer (object, "since", 0, 99, 0);
  def->since_reason = hy_json_dup_text (object, "since_reason");
  def->source = hy_json_dup_text (object, "source");
}

HyClassDef *
hy_reply_class (JsonObject *object, GPtrArray *defs, const char *file)
{
  const char *const kinds[] = { "regular", "dataclass", "namedtuple", "attrs", "type_call", "alias", "factory", NULL };
  int kind = find_word (kinds, hy_json_text (object, "kind"));
  const char *qualname = hy_json_text (object, "qualname");
  g_autoptr (HyClassDef) def = NULL;

  if (kind < 0 || qualname == NULL || hy_json_text (object, "name") == NULL)
    return NULL;
  def = hy_class_def_new (hy_json_text (object, "name"));
  def->kind = (HyKind) kind;
  g_free (def->qualname);
  def->qualname = g_strdup (qualname);
  if (!read_bases (def, object, defs) || !read_slots (def, object) || !read_members (def, object, defs))
    return NULL;
  read_dataclass (&def->dataclass, hy_json_object (object, "dc"));
  read_rest (def, object, file);
  return g_steal_pointer (&def);
}
