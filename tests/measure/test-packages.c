/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-process.h"
#include "hy-source.h"
#include "hy-workbench.h"

/* Classes of real packages, as an interpreter of this machine has them: measured, and what the model says of them. */

#define FIND                                                                                                           \
  "import importlib.util, sys\n"                                                                                       \
  "found = importlib.util.find_spec(sys.argv[1])\n"                                                                    \
  "print(found.origin if found else '')\n"

static const struct
{
  const char *module, *class_name, *factory;
  gboolean exact; /* FALSE: it is enough that nothing that the model says is wrong */
} cases[] = {
  { "attr._version_info", "VersionInfo", "VersionInfo(i, 1, 0, 'final')", FALSE },
  { "jsonschema._types", "TypeChecker", "TypeChecker()", FALSE },
  { "jsonschema.exceptions", "ErrorTree", "ErrorTree()", FALSE },
  { "gcovr.coverage", "BranchCoverage", "BranchCoverage(i)", TRUE },
  { "pip._internal.models.format_control", "FormatControl", "FormatControl()", FALSE },
  { "pip._internal.models.index", "PackageIndex", "PackageIndex('https://a', 'b')", FALSE },
  { "pip._internal.utils.misc", "HiddenText", "HiddenText(str(i), redacted='***')", TRUE },
  { "pstats", "TupleComp", "TupleComp([i])", TRUE },
  { "string", "Template", "Template(str(i))", TRUE },
  { "fractions", "Fraction", "Fraction(i, 7)", FALSE },
};

/* Path of the module's file; NULL where this interpreter has none. (transfer full) */
static char *
find_module (HyInterpreter *interpreter, const char *module)
{
  const char *argv[] = { interpreter->path, "-c", FIND, module, NULL };
  const HyProcessSpec spec = { .argv = argv, .folder = "/", .time_limit_ms = 20000, .output_limit = 4096 };
  g_autoptr (HyProcessResult) result = hy_process_run (&spec, NULL, NULL);
  gsize length;
  const char *printed = g_bytes_get_data (result->output, &length);
  g_autofree char *path = g_strndup (printed ? printed : "", length);

  return g_file_test (g_strstrip (path), G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

static void
compare (HyInterpreter *interpreter, gsize index, const char *path)
{
  const HySourceRequest ask = { .path = path, .class_name = cases[index].class_name, .factory = cases[index].factory };
  g_autoptr (HyReading) reading = hy_source_read (&ask, NULL, NULL);
  HyMeasureItem item = { .file = path, .class_name = cases[index].class_name, .factory = cases[index].factory };
  g_autoptr (HyEvidence) evidence = NULL;
  const HyEvidenceClass *class;
  g_autofree char *verdict = NULL;

  if (g_error_matches (reading->error, HY_SOURCE_ERROR, HY_SOURCE_ERROR_CLASS))
    {
      g_test_message ("%s: this version has no %s", path, cases[index].class_name);
      return;
    }
  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->n_classes, ==, 1);
  item.def = reading->classes[0];
  evidence = hy_workbench_measure (interpreter, &item, 1000, 0);
  class = evidence->classes->pdata[0];
  verdict = hy_verdict_describe (class->verdict);
  g_test_message ("%s, %s.%s: %s", interpreter->version, cases[index].module, cases[index].class_name, verdict);
  g_assert_null (class->measured->error);
  g_assert_cmpint (class->measured->requested, >, 0);
  g_assert_cmpint (class->verdict->state, !=, HY_VERDICT_OFF);
  if (cases[index].exact)
    g_assert_cmpint (class->verdict->state, ==, HY_VERDICT_EQUAL);
}

/* Two packages at least: the library itself always has some of them. */
static void
test_packages (gconstpointer data)
{
  HyInterpreter *interpreter = (HyInterpreter *) data;
  guint found = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = find_module (interpreter, cases[i].module);

      if (path)
        compare (interpreter, i, path);
      else
        g_test_message ("CPython %s has no %s", interpreter->version, cases[i].module);
      found += path != NULL;
    }
  g_assert_cmpuint (found, >=, 2);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) interpreters = NULL;

  g_test_init (&argc, &argv, NULL);
  interpreters = hy_interpreter_list_find (NULL, NULL, NULL);
  for (guint i = 0; i < interpreters->len; i++)
    {
      HyInterpreter *interpreter = interpreters->pdata[i];
      g_autofree char *name = g_strdup_printf ("/packages/%u-%s", i, interpreter->version);

      if (interpreter->status == HY_INTERPRETER_USABLE)
        g_test_add_data_func (name, interpreter, test_packages);
    }
  return g_test_run ();
}
