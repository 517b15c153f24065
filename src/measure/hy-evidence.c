/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-evidence.h"

#include <glib/gi18n.h>
#include <sys/utsname.h>

static void
class_free (gpointer data)
{
  HyEvidenceClass *self = data;

  g_free (self->file);
  g_free (self->name);
  g_free (self->plan);
  g_free (self->factory);
  g_free (self->source);
  hy_measured_unref (self->measured);
  hy_modelled_unref (self->modelled);
  hy_verdict_free (self->verdict);
  g_free (self);
}

static char *
system_name (void)
{
  g_autofree char *distribution = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  struct utsname name;

  if (uname (&name) != 0)
    return g_strdup (distribution ? distribution : "unknown");
  return g_strdup_printf ("%s %s %s%s%s", name.sysname, name.release, name.machine, distribution ? ", " : "",
                          distribution ? distribution : "");
}

HyEvidence *
hy_evidence_new (HyInterpreter *interpreter)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  HyEvidence *self = g_atomic_rc_box_new0 (HyEvidence);

  self->interpreter = hy_interpreter_ref (interpreter);
  self->command = g_new0 (char *, 1);
  self->date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  self->system = system_name ();
  self->classes = g_ptr_array_new_with_free_func (class_free);
  return self;
}

HyEvidence *
hy_evidence_ref (HyEvidence *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
evidence_clear (gpointer data)
{
  HyEvidence *self = data;

  hy_interpreter_unref (self->interpreter);
  g_strfreev (self->command);
  g_free (self->date);
  g_free (self->system);
  g_free (self->sandbox);
  g_ptr_array_unref (self->classes);
}

void
hy_evidence_unref (HyEvidence *self)
{
  g_atomic_rc_box_release_full (self, evidence_clear);
}

HyEvidenceClass *
hy_evidence_add (HyEvidence *self, const char *file, const char *name, const char *plan, const char *factory,
                 const char *source, guint64 count, HyMeasured *measured, HyModelled *modelled)
{
  HyEvidenceClass *class = g_new0 (HyEvidenceClass, 1);

  class->file = g_strdup (file);
  class->name = g_strdup (name);
  class->plan = g_strdup (plan);
  class->factory = g_strdup (factory);
  class->source = g_strdup (source);
  class->count = count;
  class->measured = hy_measured_ref (measured);
  class->modelled = hy_modelled_ref (modelled);
  class->verdict = hy_verdict_new (measured, modelled, self->interpreter->minor);
  g_ptr_array_add (self->classes, class);
  return class;
}

char *
hy_evidence_describe_interpreter (const HyEvidence *self)
{
  const HyInterpreter *python = self->interpreter;

  return g_strdup_printf ("CPython %s, %s build, %u-bit, %s", python->version, python->build, python->bits,
                          python->allocator);
}

const char *const *
hy_evidence_method (void)
{
  static const char *const sentences[] = {
    N_ ("Bytes are requested bytes, as tracemalloc counts them; every figure comes from a fresh process."),
    N_ ("Per instance: what each of the first 40 instances of a fresh class adds, with the arguments made before, the "
        "collector off, free lists emptied, and the code run before on a twin of the class."),
    N_ ("All: tracemalloc's current and peak around [factory for i in range (count)], values and list included."),
    N_ ("Resident memory and times: without tracemalloc, median of several processes with least and greatest; they are "
        "this machine's."),
    NULL
  };

  return sentences;
}
