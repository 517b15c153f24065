/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

HyClassDef *
build_class (const char *name, const char *slots)
{
  HyClassDef *def = hy_class_def_new (name);
  if (slots == NULL)
    return def;
  g_auto (GStrv) names = *slots != '\0' ? g_strsplit (slots, " ", -1) : g_new0 (char *, 1);
  def->slots_state = HY_SLOTS_NAMES;
  def->n_slots = g_strv_length (names);
  def->slots = g_new0 (HySlot, def->n_slots);
  for (gsize i = 0; i < def->n_slots; i++)
    def->slots[i].name = g_strdup (names[i]);
  return def;
}

static HyBase *
add_base (HyClassDef *def)
{
  def->bases = g_renew (HyBase, def->bases, def->n_bases + 1);
  def->bases[def->n_bases] = (HyBase){ 0 };
  return &def->bases[def->n_bases++];
}

void
build_base (HyClassDef *def, HyClassDef *base)
{
  *add_base (def) = (HyBase){ .kind = HY_BASE_DEF, .def = hy_class_def_ref (base), .name = g_strdup (base->name) };
}

void
build_library_base (HyClassDef *def, const char *name, gboolean subscripted)
{
  *add_base (def) = (HyBase){ .kind = HY_BASE_LIBRARY, .name = g_strdup (name), .subscripted = subscripted };
}

HyClassDef *
build_on (const char *name, const char *base)
{
  HyClassDef *def = build_class (name, NULL);
  build_library_base (def, base, FALSE);
  return def;
}

void
build_object_base (HyClassDef *def, const char *type_name)
{
  *add_base (def) = (HyBase){ .kind = HY_BASE_NOT_A_CLASS, .name = g_strdup (type_name) };
}

HyMember *
build_member (HyClassDef *def, HyMemberKind kind, const char *name, const char *annotation)
{
  def->members = g_renew (HyMember, def->members, def->n_members + 1);
  HyMember *member = &def->members[def->n_members++];
  *member = (HyMember){ .kind = kind, .name = g_strdup (name), .annotation = g_strdup (annotation) };
  return member;
}

HyMember *
build_value (HyClassDef *def, const char *name, const char *annotation, HyValueKind kind)
{
  HyMember *member = build_member (def, HY_MEMBER_VARIABLE, name, annotation);
  member->value = hy_value_new (kind);
  return member;
}

HyLayout *
build_layout (HyClassDef *def, guint minor)
{
  return hy_layouter_layout (def, hy_abi_lookup (minor, HY_BUILD_DEFAULT, 64));
}

void
check_layout_keep (HyClassDef *def, guint minor, const char *expected)
{
  g_autoptr (HyLayout) layout = build_layout (def, minor);
  g_autofree char *got = NULL;
  switch (layout->status)
    {
    case HY_STATUS_EXACT:
      got = g_strdup_printf ("exact %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, layout->basicsize,
                             layout->dictoffset, layout->weakrefoffset);
      break;
    case HY_STATUS_ERROR:
      got = g_strdup_printf ("error %s: %s", layout->error_type, layout->error_message);
      break;
    case HY_STATUS_UNKNOWN:
    default:
      g_assert_nonnull (layout->reason);
      got = g_strdup ("unknown");
      break;
    }
  g_assert_cmpstr (got, ==, expected);
}

void
check_layout (HyClassDef *def, guint minor, const char *expected)
{
  check_layout_keep (def, minor, expected);
  hy_class_def_unref (def);
}
