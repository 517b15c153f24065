/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-runtime-private.h"

/* Sources, in CPython at the tag of each version; each text was also read off running interpreters 3.6-3.15.
 *
 * Objects/object.c, _PyObject_GenericGetAttrWithDict: missing_get; _PyObject_GenericSetAttrWithDict: missing_delete
 * (3.11+ with the class's name), no_place (3.13+ with its ending), read_only.
 *
 * Python/structmember.c, PyMember_GetOne (3.10+ with the class's name) and PyMember_SetOne: unset_get, unset_delete.
 *
 * Objects/descrobject.c, property_descr_set (3.10: with the name; 3.11+: with name and class) and getset_set.
 *
 * Objects/typeobject.c, supercheck: super_of_other (3.13+ with both classes).
 *
 * Objects/typeobject.c (3.15+: the getset of __weakref__ is shared by all classes): weakref_read_only. */

#define NO_ATTRIBUTE "'%1$s' object has no attribute '%2$s'"
#define READ_ONLY "'%1$s' object attribute '%2$s' is read-only"
#define NAME_ONLY "%2$s"
#define NO_PLACE NO_ATTRIBUTE " and no __dict__ for setting new attributes"
#define WEAKREF "attribute '%2$s' of '%1$s' objects is not writable"
#define WEAKREF_OF_OBJECT "attribute '%2$s' of 'object' objects is not writable"
#define SUPER "super(type, obj): obj must be an instance or subtype of type"
#define SUPER_3_13 "super(type, obj): obj (instance of %1$s) is not an instance or subtype of type (%2$s)."
#define SETTER_3_10 "can't set attribute '%2$s'"
#define DELETER_3_10 "can't delete attribute '%2$s'"
#define SETTER "property '%2$s' of '%1$s' object has no setter"
#define DELETER "property '%2$s' of '%1$s' object has no deleter"

static const HyRuntimeTexts rows[] = {
  { 6, 9, NO_ATTRIBUTE, NAME_ONLY, NO_ATTRIBUTE, READ_ONLY, NAME_ONLY, NAME_ONLY, "can't set attribute",
    "can't delete attribute", WEAKREF, SUPER },
  { 10, 10, NO_ATTRIBUTE, NAME_ONLY, NO_ATTRIBUTE, READ_ONLY, NO_ATTRIBUTE, NAME_ONLY, SETTER_3_10, DELETER_3_10,
    WEAKREF, SUPER },
  { 11, 12, NO_ATTRIBUTE, NO_ATTRIBUTE, NO_ATTRIBUTE, READ_ONLY, NO_ATTRIBUTE, NAME_ONLY, SETTER, DELETER, WEAKREF,
    SUPER },
  { 13, 14, NO_ATTRIBUTE, NO_ATTRIBUTE, NO_PLACE, READ_ONLY, NO_ATTRIBUTE, NAME_ONLY, SETTER, DELETER, WEAKREF,
    SUPER_3_13 },
  { 15, HY_NEWEST_MINOR, NO_ATTRIBUTE, NO_ATTRIBUTE, NO_PLACE, READ_ONLY, NO_ATTRIBUTE, NAME_ONLY, SETTER, DELETER,
    WEAKREF_OF_OBJECT, SUPER_3_13 },
};

const HyRuntimeTexts *
hy_runtime_texts_for (const HyAbi *abi)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].from_minor <= abi->minor && abi->minor <= rows[i].to_minor)
      return &rows[i];
  return &rows[G_N_ELEMENTS (rows) - 1];
}

/* The texts are data, not translated, and each has at most %1$s and %2$s. */
static char *
fill_text (const char *format, const char *class_name, const char *name)
{
  GString *text = g_string_new (format);
  g_string_replace (text, "%1$s", class_name, 0);
  g_string_replace (text, "%2$s", name, 0);
  return g_string_free (text, FALSE);
}

void
hy_outcome_raise (HyOutcome *outcome, const char *type, const char *format, const char *class_name, const char *name)
{
  hy_outcome_clear (outcome);
  outcome->exception_type = g_strdup (type);
  outcome->exception_message = fill_text (format, class_name, name);
}

void
hy_outcome_done (HyOutcome *outcome, const char *explanation)
{
  outcome->ok = TRUE;
  g_free (outcome->explanation);
  outcome->explanation = g_strdup (explanation);
}

void
hy_outcome_unknown (HyOutcome *outcome, const char *reason)
{
  hy_outcome_clear (outcome);
  outcome->unknown = g_strdup (reason);
}

void
hy_outcome_clear (HyOutcome *self)
{
  g_free (self->result);
  g_free (self->exception_type);
  g_free (self->exception_message);
  g_free (self->explanation);
  g_free (self->unknown);
  *self = (HyOutcome){ 0 };
}
