/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "truth.h"

#include "hy-layout.h"

#define MAX_UNKNOWN_SHARE 0.08

static const char *const figures[] = { "basicsize", "itemsize", "dictoffset", "weakrefoffset", "flags",
                                       "members",   "mro",      "metaclass",  "base" };

static char *
join_strings (JsonArray *array, const char *const *only)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = json_array_get_string_element (array, i);
      if (only == NULL || g_strv_contains (only, text))
        g_ptr_array_add (found, (gpointer) text);
    }
  g_ptr_array_add (found, NULL);
  return g_strjoinv (" ", (char **) found->pdata);
}

static char *
measured_flags (JsonObject *class)
{
  static const char *const ours[] = { "HAVE_GC", "INLINE_VALUES", "MANAGED_DICT", "MANAGED_WEAKREF", NULL };
  return join_strings (json_object_get_array_member (class, "flags"), ours);
}

static char *
modelled_flags (HyLayout *layout)
{
  static const HyTypeFlags by_name[] = { HY_FLAG_HAVE_GC, HY_FLAG_INLINE_VALUES, HY_FLAG_MANAGED_DICT,
                                         HY_FLAG_MANAGED_WEAKREF };
  g_autoptr (GString) text = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (by_name); i++)
    {
      g_autofree const char **name = hy_type_flags_to_names (layout->flags & by_name[i]);
      if (name[0] != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", name[0]);
    }
  return g_strdup (text->str);
}

/* "name:offset" of each slot; names given twice have one descriptor. */
static char *
measured_members (JsonObject *class)
{
  JsonArray *members = json_object_get_array_member (class, "members");
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (members); i++)
    {
      JsonArray *member = json_array_get_array_element (members, i);
      g_string_append_printf (text, "%s:%" G_GINT64_FORMAT " ", json_array_get_string_element (member, 0),
                              json_array_get_int_element (member, 1));
    }
  return g_strdup (text->str);
}

static char *
modelled_members (HyLayout *layout)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (gsize i = 0; i < layout->n_members; i++)
    if (i == 0 || !g_str_equal (layout->members[i].name, layout->members[i - 1].name))
      g_string_append_printf (text, "%s:%" G_GUINT64_FORMAT " ", layout->members[i].name, layout->members[i].offset);
  return g_strdup (text->str);
}

/* The last class of that name among those that the shape made. */
static JsonObject *
find_class (JsonObject *measured, const char *name)
{
  JsonArray *classes = json_object_get_array_member (measured, "classes");
  for (guint i = classes != NULL ? json_array_get_length (classes) : 0; i > 0; i--)
    {
      JsonObject *class = json_array_get_object_element (classes, i - 1);
      if (g_str_equal (json_object_get_string_member (class, "name"), name))
        return class;
    }
  return NULL;
}

static void
compare_class (TruthTally *tally, TruthBuild *build, const char *id, HyLayout *layout, JsonObject *class)
{
  const struct
  {
    const char *name;
    gint64 value;
  } numbers[] = { { "basicsize", layout->basicsize },
                  { "itemsize", layout->itemsize },
                  { "dictoffset", layout->dictoffset },
                  { "weakrefoffset", layout->weakrefoffset } };
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    truth_tally_compare_number (tally, build, numbers[i].name, id, numbers[i].value,
                                json_object_get_int_member (class, numbers[i].name));
  g_autofree char *flags = modelled_flags (layout), *true_flags = measured_flags (class);
  g_autofree char *members = modelled_members (layout), *true_members = measured_members (class);
  g_autofree char *mro = g_strjoinv (" ", layout->mro);
  g_autofree char *true_mro = join_strings (json_object_get_array_member (class, "mro"), NULL);
  truth_tally_compare (tally, build, "flags", id, flags, true_flags);
  truth_tally_compare (tally, build, "members", id, members, true_members);
  truth_tally_compare (tally, build, "mro", id, mro, true_mro);
  truth_tally_compare (tally, build, "metaclass", id, layout->metaclass,
                       json_object_get_string_member (class, "metaclass"));
  gboolean root = json_node_is_null (json_object_get_member (class, "base"));
  truth_tally_compare (tally, build, "base", id, layout->best_base,
                       root ? NULL : json_object_get_string_member (class, "base"));
}

static void
compare_unknown (TruthTally *tally, TruthBuild *build, const char *id, const char *reason, gboolean refused)
{
  if (refused)
    truth_tally_unknown (tally, build, "error", id, reason);
  else
    for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
      truth_tally_unknown (tally, build, figures[i], id, reason);
}

static char *
describe_status (HyLayout *layout)
{
  if (layout->status == HY_STATUS_ERROR)
    return g_strdup_printf ("%s: %s", layout->error_type, layout->error_message);
  return g_strdup ("no error");
}

static char *
describe_measured (JsonObject *error)
{
  if (error == NULL)
    return g_strdup ("no error");
  return g_strdup_printf ("%s: %s", json_object_get_string_member (error, "type"),
                          json_object_get_string_member (error, "msg"));
}

static void
compare_shape (TruthTally *tally, TruthBuild *build, const TruthShape *shape)
{
  JsonObject *measured = truth_build_case (build, shape);
  if (measured == NULL)
    return;
  gboolean refused = json_object_has_member (measured, "error") && !json_object_get_null_member (measured, "error");
  gboolean has_classes = json_object_has_member (measured, "classes") &&
                         json_array_get_length (json_object_get_array_member (measured, "classes")) > 0;
  if (!refused && !has_classes)
    return;
  if (shape->def == NULL)
    {
      const GError *error = shape->reading->error;
      compare_unknown (tally, build, shape->id, error != NULL ? error->message : "not read", refused);
      return;
    }
  g_autoptr (HyLayout) layout = hy_layouter_layout (shape->def, build->abi);
  if (layout->status == HY_STATUS_UNKNOWN)
    {
      compare_unknown (tally, build, shape->id, layout->reason, refused);
      return;
    }
  g_autofree char *status = describe_status (layout);
  g_autofree char *true_status = describe_measured (refused ? json_object_get_object_member (measured, "error") : NULL);
  truth_tally_compare (tally, build, "error", shape->id, status, true_status);
  JsonObject *class = layout->status == HY_STATUS_EXACT && !refused ? find_class (measured, layout->mro[0]) : NULL;
  if (class != NULL)
    compare_class (tally, build, shape->id, layout, class);
}

static void
test_type_facts (void)
{
  truth_run (compare_shape, MAX_UNKNOWN_SHARE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/type-facts", test_type_facts);
  return g_test_run ();
}
