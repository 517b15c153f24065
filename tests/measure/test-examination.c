/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hy-examination.h"
#include "hy-footprint.h"
#include "hy-interpreter-list.h"

static HyExamination *
examine (const char *text, const char *class_name, const char *factory)
{
  g_autoptr (GError) error = NULL;
  HyExamination *examination = hy_examination_new (text, "a.py", class_name, factory, NULL, NULL, &error);

  g_assert_no_error (error);
  return examination;
}

static const struct
{
  const char *text, *class_name, *factory;
} factories[] = {
  { "class A: pass\n", "A", "A()" },
  { "class A:\n def __init__(self, id, name, price): pass\n", "A", "A(i, f'name-{i}', i * 1.5)" },
  { "class A:\n def __init__(self, a: int, b: str, c: float, d: bool, e: bytes): pass\n", "A",
    "A(i, f'b-{i}', i * 1.5, i % 2 == 0, b'%d' % i)" },
  { "class A:\n def __init__(self, a: 'int', *, b: str, c=3): pass\n", "A", "A(i, b=f'b-{i}')" },
  { "import typing\nclass A:\n def __init__(self, a: typing.Optional[int], b: list): pass\n", "A", "A(i, [])" },
  { "class P:\n def __init__(self, x): pass\nclass A:\n def __init__(self, p: P): pass\n", "A", "A(P(i))" },
  { "class B:\n def __init__(self, count): pass\nclass A(B): pass\n", "A", "A(i)" },
  { "from dataclasses import dataclass, field\n@dataclass\nclass A:\n a: int\n b: list = field(default_factory=list)\n",
    "A", "A(i)" },
  { "import typing\nclass A(typing.NamedTuple):\n x: int\n y: str\n", "A", "A(i, f'y-{i}')" },
  { "from pydantic import BaseModel\nclass A(BaseModel):\n x: int\n y: str = ''\n", "A", "A(x=i)" },
  { "class Out:\n class In:\n  def __init__(self, n): pass\n", "Out.In", "Out.In(i)" },
  { "from dataclasses import *\n@dataclass\nclass A:\n a: int\n b: int = field(init=False)\n c: InitVar[str]\n _: "
    "KW_ONLY\n"
    " d: float\n",
    "A", "A(i, f'c-{i}', d=i * 1.5)" },
  { "from dataclasses import *\n@dataclass(kw_only=True)\nclass A:\n a: int\n", "A", "A(a=i)" },
  { "import attr\n@attr.s\nclass A:\n _n = attr.ib()\n m = attr.ib(default=3)\n o = attr.ib(kw_only=True)\n", "A",
    "A(i, o=f'o-{i}')" },
  { "import attr\n@attr.define\nclass A:\n x: int\n y: list = attr.field(factory=list)\n", "A", "A(i)" },
  { "from collections import namedtuple\nclass A(namedtuple('A', 'x, name')): pass\n", "A", "A(i, f'name-{i}')" },
  { "import collections\nB = collections.namedtuple('B', ['x', 'y'], defaults=(3,))\nclass A(B): pass\n", "A", "A(i)" },
  { "import typing\nclass A(typing.NamedTuple('A', [('n', int), ('t', str)])): pass\n", "A", "A(i, f't-{i}')" },
  { "import enum\nclass A(str, enum.Enum):\n X = 'x'\n", "A", "list(A)[i % len(A)]" },
  { "import enum\nclass A(enum.Enum):\n X = 1\n", "A", "list(A)[i % len(A)]" },
};

static void
test_factories (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (factories); i++)
    {
      g_autoptr (HyExamination) found = examine (factories[i].text, factories[i].class_name, NULL);

      g_assert_cmpstr (found->factory, ==, factories[i].factory);
    }
}

#define INIT "class A:\n def __init__(self, x):\n  self.x = x\n"

/* A file, and the hazard of slotting A that it holds: kind and line. */
static const struct
{
  const char *text, *kind;
  guint line;
} hazards[] = {
  { INIT "a = A(1)\na.y = 2\n", "undeclared", 5 },
  { INIT "def f(a: A):\n a.y = 2\n", "undeclared", 5 },
  { INIT "a = A(1)\nsetattr(a, 'y' + 'z', 2)\n", "dynamic", 5 },
  { INIT " def later(self):\n  self.y = 1\n", "late", 5 },
  { "class A:\n x = 0\n def __init__(self):\n  self.x = 1\n", "variable", 2 },
  { "import functools\n" INIT " @functools.cached_property\n def y(self): return 1\n", "cached", 6 },
  { INIT " def d(self): return vars(self)\n", "dict", 4 },
  { INIT " def d(self): return self.__dict__\n", "dict", 4 },
  { "import weakref\n" INIT " def w(self): return weakref.ref(self)\n", "weakref", 5 },
  { "import pickle\n" INIT, "state", 1 },
  { INIT " def __getstate__(self): return 1\n", "state", 4 },
  { "class B: pass\nclass A(B):\n def __init__(self): self.x = 1\n", "base", 2 },
  { "class B:\n __slots__ = ('b',)\n" INIT "class C(A, B):\n __slots__ = ()\n", "conflict", 6 },
  { "class B: pass\n" INIT "class C(A, B): pass\n", "mixin", 5 },
  { INIT "class C(A): pass\n", "subclass", 4 },
  { "from unittest import mock\n" INIT "mock.patch.object(A, 'x', 3)\n", "mock", 5 },
};

static void
test_hazards (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hazards); i++)
    {
      g_autoptr (HyExamination) found = examine (hazards[i].text, "A", "A()");
      gboolean seen = FALSE;

      for (guint j = 0; j < found->hazards->len; j++)
        {
          HyHazard *hazard = found->hazards->pdata[j];
          g_autofree char *text = hy_hazard_fill (hazard, hy_hazard_template (hazard->kind));

          g_test_message ("%s: line %u: %s", hazards[i].kind, hazard->line, text);
          g_assert_null (strchr (text, '{'));
          seen |= g_str_equal (hazard->kind, hazards[i].kind) && hazard->line == hazards[i].line;
        }
      g_assert_true (seen);
    }
}

static void
test_no_hazards (void)
{
  g_autoptr (HyExamination) found = examine (INIT "a = A(1)\na.x = 3\n", "A", NULL);

  g_assert_cmpuint (found->hazards->len, ==, 0);
  g_assert_false (found->slotted);
}

/* The trap of 3.13: a subclass without slots of a slotted class. */
static void
test_subclass_cost (void)
{
  g_autoptr (HyExamination) found =
      examine (INIT "class C(A):\n def __init__(self):\n  self.x = self.y = 1\n", "A", NULL);
  HyHazard *hazard = found->hazards->pdata[0];

  g_assert_cmpstr (hazard->kind, ==, "subclass");
  g_assert_nonnull (hazard->cost);
  g_assert_nonnull (strstr (hazard->cost, "3.13"));
}

static void
test_plans (void)
{
  g_autoptr (HyExamination) found = examine (INIT, "A", "A(i)");
  const char *const *names = hy_plan_names ();

  g_assert_cmpuint (found->plans->len, ==, g_strv_length ((char **) names));
  for (guint i = 0; i < found->plans->len; i++)
    {
      HyPlan *plan = found->plans->pdata[i];

      g_assert_cmpstr (plan->name, ==, names[i]);
      g_assert_cmpstr (plan->refused, ==, NULL);
      g_assert_nonnull (plan->def);
      g_assert_true ((plan->text != NULL) == (plan->diff != NULL));
    }
  g_assert_nonnull (strstr (((HyPlan *) found->plans->pdata[0])->text, " __slots__ = ('x',)\n"));
  g_assert_cmpstr (((HyPlan *) found->plans->pdata[4])->factory, ==, "(i,)");
  g_assert_cmpstr (((HyPlan *) found->plans->pdata[5])->factory, ==, "{'x': i}");
}

static void
test_refused (void)
{
  g_autoptr (HyExamination) found =
      examine ("class A:\n __slots__ = ('x',)\n def __init__(self, x):\n  self.x = x + 1\n", "A", NULL);

  g_assert_true (found->slotted);
  for (guint i = 0; i < found->plans->len; i++)
    g_assert_nonnull (((HyPlan *) found->plans->pdata[i])->refused);
}

static void
test_errors (void)
{
  g_autoptr (GError) no_class = NULL;
  g_autoptr (GError) no_python = NULL;

  g_assert_null (hy_examination_new (INIT, "a.py", "B", NULL, NULL, NULL, &no_class));
  g_assert_error (no_class, HY_EXAMINATION_ERROR, HY_EXAMINATION_ERROR_FILE);
  g_assert_null (hy_examination_new ("class\n", "a.py", "B", NULL, NULL, NULL, &no_python));
  g_assert_error (no_python, HY_EXAMINATION_ERROR, HY_EXAMINATION_ERROR_FILE);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) list = NULL;
  HyInterpreter *parser;

  g_test_init (&argc, &argv, NULL);
  list = hy_interpreter_list_find (NULL, NULL, NULL);
  parser = list ? hy_interpreter_list_newest_parser (list) : NULL;
  if (parser && parser->minor >= 9)
    {
      g_test_add_func ("/examination/factories", test_factories);
      g_test_add_func ("/examination/hazards", test_hazards);
      g_test_add_func ("/examination/no-hazards", test_no_hazards);
      g_test_add_func ("/examination/subclass-cost", test_subclass_cost);
      g_test_add_func ("/examination/plans", test_plans);
      g_test_add_func ("/examination/refused", test_refused);
      g_test_add_func ("/examination/errors", test_errors);
    }
  else
    g_test_message ("no Python 3.9 or newer on this machine: nothing to examine with");
  return g_test_run ();
}
