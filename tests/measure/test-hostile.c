/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE

#include <string.h>

#include <glib/gstdio.h>

#include "hy-workbench.h"

/* Files that do what they should not, each measured with and without the
 * sandbox: a clear message comes back, nothing survives, nothing is left. */

#define SECONDS_A_CASE 3
#define MEMORY_LIMIT (512 * 1024 * 1024)
#define THING "class Thing:\n    def __init__(self, a):\n        self.a = a\n"
#define FINE NULL

static const struct
{
  const char *name, *text, *factory;
  const char *message; /* what the error holds; FINE: it is measured nevertheless */
  guint line;
} cases[] = {
  { "prints", THING "for i in range(200000): print('x' * 50)\n", "Thing(i)", FINE, 0 },
  { "exits", "import sys\n" THING "sys.exit(3)\n", "Thing(i)", "the file ended the interpreter with sys.exit(3)", 5 },
  { "ends", "import os\n" THING "os._exit(0)\n", "Thing(i)",
    "it ended its own process before it answered (exit status 0)", 0 },
  { "kills-itself", "import os\n" THING "os.kill(os.getpid(), 9)\n", "Thing(i)", "ended by signal 9 (Killed)", 0 },
  { "raises", THING "\nraise ValueError('no such luck')\n", "Thing(i)", "no such luck", 5 },
  { "raises-nonsense", "class E(BaseException):\n    def __str__(self):\n        raise self\n" THING "raise E\n",
    "Thing(i)", "", 7 },
  { "syntax", THING "\nclass:\n", "Thing(i)", "invalid syntax", 5 },
  { "hangs", THING "while True: pass\n", "Thing(i)", "the time limit was reached", 0 },
  { "sleeps", "import time\n" THING "time.sleep(10000)\n", "Thing(i)", "the time limit was reached", 0 },
  { "ignores-signals",
    "import signal, time\nfor s in (1, 2, 3, 15): signal.signal(s, signal.SIG_IGN)\n" THING "time.sleep(10000)\n",
    "Thing(i)", "the time limit was reached", 0 },
  { "forks", "import os, time\nfor _ in range(5):\n    if os.fork() == 0:\n        time.sleep(10000)\n" THING,
    "Thing(i)", FINE, 0 },
  { "daemon",
    "import os, time\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        time.sleep(10000)\n    "
    "os._exit(0)\n" THING,
    "Thing(i)", FINE, 0 },
  { "goes-on-in-a-fork", "import os\nos.fork()\n" THING, "Thing(i)", FINE, 0 },
  { "allocates", THING "kept = []\nwhile True: kept.append(bytearray(10000000))\n", "Thing(i)", "the memory limit of",
    5 },
  { "allocates-instances", "class Thing:\n    def __init__(self, a):\n        self.a = bytearray(100000)\n", "Thing(i)",
    "the memory limit of", 3 },
  { "closes-stdout", "import os, sys\nsys.stdout.close()\nos.close(1)\nos.close(2)\n" THING, "Thing(i)", FINE, 0 },
  { "garbage",
    "import os\nfor fd in range(3, 200):\n    try: os.write(fd, b'{\"event\": \"result\"}\\n' * 50)\n    except "
    "OSError: pass\n" THING,
    "Thing(i)", FINE, 0 },
  { "garbage-and-ends",
    "import os\nfor fd in range(3, 200):\n    try: os.write(fd, b'\\x00\\xff' * 50)\n    except OSError: "
    "pass\nos._exit(1)\n" THING,
    "Thing(i)", "something wrote garbage to the reply channel", 0 },
  { "floods",
    "import os\nwhile True:\n    for fd in range(3, 200):\n        try: os.write(fd, b'x' * 100000)\n        except "
    "OSError: pass\n" THING,
    "Thing(i)", "it wrote more to the reply channel than an answer has", 0 },
  { "no-modules", "import sys\nsys.modules.clear()\n" THING, "Thing(i)", FINE, 0 },
  { "other-modules", "import sys\nsys.modules = {}\n" THING, "Thing(i)", FINE, 0 },
  { "replaces-itself", "import sys\n" THING "sys.modules[__name__] = None\n", "Thing(i)", FINE, 0 },
  { "threads", "import threading, time\nthreading.Thread(target=time.sleep, args=(10000,)).start()\n" THING, "Thing(i)",
    FINE, 0 },
  { "closes-everything", "import os\n" THING "os.closerange(0, 4096)\n", "Thing(i)",
    "it closed the channel that the answer goes through", 0 },
  { "patches",
    "import gc, json, os, sys, time, tracemalloc\ndef lie(*args): return 1000000, 1000000\nfor module, names in ((gc, "
    "'collect disable'), (json, 'dumps'), (time, 'perf_counter'),\n    (os, 'write getpid _exit'), (sys, 'getsizeof "
    "getallocatedblocks'),\n    (tracemalloc, 'start stop get_traced_memory clear_traces get_tracemalloc_memory')):\n"
    "    for name in names.split(): setattr(module, name, lie)\n" THING,
    "Thing(i)", FINE, 0 },
  { "collects", "import gc\n" THING "gc.enable()\ngc.set_threshold(1)\n", "Thing(i)", FINE, 0 },
  { "recurses", THING "def deep(): deep()\ndeep()\n", "Thing(i)", "maximum recursion depth exceeded", 4 },
  { "recurses-in-init", "class Thing:\n    def __init__(self, a):\n        self.__init__(a)\n", "Thing(i)",
    "maximum recursion depth exceeded", 3 },
  { "crashes", "import ctypes\n" THING "ctypes.string_at(0)\n", "Thing(i)",
    "its process was ended by signal 11 (Segmentation fault) before it answered", 0 },
  { "kills-its-group", "import os\n" THING "os.killpg(0, 9)\n", "Thing(i)", "before it answered", 0 },
  { "kills-its-parent", "import os\n" THING "os.kill(os.getppid(), 9)\nos._exit(1)\n", "Thing(i)", "before it answered",
    0 },
  { "kills-its-parents-group",
    "import os\n" THING "try: os.killpg(os.getpgid(os.getppid()), 9)\nfinally: os._exit(1)\n", "Thing(i)",
    "before it answered", 0 },
  { "fills-the-temporary-folder",
    "import os, tempfile\n" THING
    "with open(os.path.join(tempfile.gettempdir(), 'x'), 'wb') as file:\n    while True: file.write(b'x' * 1000000)\n",
    "Thing(i)", "[Errno", 6 },
  { "leaves-files",
    "import os, tempfile\n" THING "folder = tempfile.mkdtemp()\nopen(os.path.join(folder, 'x'), 'w').close()\n"
    "os.symlink('/', os.path.join(folder, 'y'))\nos.chmod(folder, 0)\n",
    "Thing(i)", FINE, 0 },
  { "no-class", "x = 1\n", "Thing(i)", "has no attribute 'Thing'", 0 },
  { "other-thing", THING "Other = int\n", "Other(i)", "the expression makes a int, not a Thing", 0 },
  { "bad-factory", THING, "Thing(", "", 1 },
  { "wrong-factory", THING, "Thing(i, i)", "positional argument", 0 },
  { "statement", THING, "import os", "invalid syntax", 1 },
  { "deep-factory", THING, "Thing", "not a Thing", 0 },
  { "fails-later",
    THING "\ncount = [0]\ndef make(i):\n    if i > 5000: raise ValueError('enough')\n    return Thing(i)\n", "make(i)",
    "enough", 7 },
  { "only-once",
    "import builtins\nif hasattr(builtins, 'seen'): raise RuntimeError('twice')\nbuiltins.seen = True\n" THING,
    "Thing(i)", FINE, 0 },
};

static guint
entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir && g_dir_read_name (dir))
    n++;
  return n;
}

/* Processes that hold @text in their command line or environment. */
static guint
survivors (const char *text)
{
  g_autoptr (GDir) proc = g_dir_open ("/proc", 0, NULL);
  guint found = 0;
  const char *name;

  while (proc && (name = g_dir_read_name (proc)))
    {
      g_autofree char *path = g_strdup_printf ("/proc/%s/environ", name);
      g_autofree char *environment = NULL;
      gsize length;

      if (g_ascii_isdigit (*name) && g_file_get_contents (path, &environment, &length, NULL) &&
          memmem (environment, length, text, strlen (text)))
        found++;
    }
  return found;
}

typedef struct
{
  HyInterpreter *interpreter;
  gsize index;
  gint64 requested; /* bytes of a Thing whose file does nothing else */
} Case;

static gint64
requested_plainly (HyInterpreter *interpreter)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = hy_workbench_file (&folder, "thing.py", THING);
  const HyMeasureItem item = { .file = path, .class_name = "Thing", .factory = "Thing(i)" };
  g_autoptr (HyEvidence) evidence = hy_workbench_measure (interpreter, &item, 10, 0);
  gint64 requested = ((HyEvidenceClass *) evidence->classes->pdata[0])->measured->requested;

  hy_workbench_folder_free (g_steal_pointer (&folder));
  g_assert_cmpint (requested, >, 0);
  return requested;
}

static void
check (const Case *one, gboolean sandbox)
{
  gsize index = one->index;
  g_autofree char *folder = NULL;
  g_autofree char *path = hy_workbench_file (&folder, "thing.py", cases[index].text);
  g_autoptr (HyMeasureRequest) request = hy_measure_request_new (one->interpreter);
  g_autoptr (GError) error = NULL;
  g_autoptr (HyEvidence) evidence = NULL;
  const HyMeasureItem item = { .file = path, .class_name = "Thing", .factory = cases[index].factory };
  const HyMeasured *measured;
  const HyMeasuredError *found;

  request->count = 10000;
  request->total_runs = 1;
  request->runs = 1;
  request->sandbox = sandbox;
  request->memory_limit = MEMORY_LIMIT;
  request->time_limit_ms =
      strstr (cases[index].message ? cases[index].message : "", "time limit") ? SECONDS_A_CASE * 1000 : 60000;
  hy_measure_request_add (request, &item);
  evidence = hy_measure_run (request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  measured = ((HyEvidenceClass *) evidence->classes->pdata[0])->measured;
  found = measured->error;
  if (found)
    {
      g_autofree char *text = hy_measured_error_describe (found);

      g_test_message ("%s: %s", cases[index].name, text);
    }
  if (!cases[index].message)
    {
      g_assert_null (found);
      g_assert_cmpint (measured->requested, ==, one->requested);
    }
  else
    {
      g_assert_nonnull (found);
      g_assert_nonnull (strstr (found->message, cases[index].message));
      if (cases[index].line)
        g_assert_cmpuint (found->line, ==, cases[index].line);
    }
  hy_workbench_folder_free (g_steal_pointer (&folder));
}

static void
test_one (gconstpointer data)
{
  g_autofree char *mark = g_uuid_string_random ();

  g_setenv ("HEAPYARD_TEST_MARK", mark, TRUE);
  for (int sandbox = 0; sandbox < 2; sandbox++)
    {
      check (data, sandbox);
      g_assert_cmpuint (entries (g_get_tmp_dir ()), ==, 0);
      g_assert_cmpuint (survivors (mark), <=, 1);
    }
  g_unsetenv ("HEAPYARD_TEST_MARK");
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) interpreters = NULL;
  g_autofree char *temporary = g_mkdtemp (g_strdup ("/tmp/heapyard-test-XXXXXX"));
  Case all[G_N_ELEMENTS (cases)];
  gint64 requested;
  int status;

  g_setenv ("TMPDIR", temporary, TRUE);
  g_test_init (&argc, &argv, NULL);
  interpreters = hy_workbench_interpreters ();
  requested = interpreters->len ? requested_plainly (interpreters->pdata[0]) : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (cases) && interpreters->len > 0; i++)
    {
      g_autofree char *name = g_strdup_printf ("/hostile/%s", cases[i].name);

      all[i] = (Case){ interpreters->pdata[0], i, requested };
      g_test_add_data_func (name, &all[i], test_one);
    }
  if (interpreters->len == 0)
    g_test_message ("no usable interpreter on this machine: nothing to run");
  status = g_test_run ();
  g_rmdir (temporary);
  return status;
}
