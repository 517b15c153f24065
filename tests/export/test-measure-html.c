/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-html.h"

#include <string.h>

#include "sample-evidence.h"

static void
test_html (void)
{
  g_autoptr (HyEvidence) evidence = sample_evidence_new ();
  const char picture[] = "<?xml version=\"1.0\"?>\n<svg></svg>";
  g_autoptr (GBytes) svg = g_bytes_new_static (picture, sizeof picture - 1);
  g_autofree char *text = hy_measure_html (evidence, svg);
  static const char *const parts[] = {
    "<svg></svg>",
    "<tr><td><code>Order</code></td><td>96</td><td>96</td><td>1,000</td><td>12,345,678</td><td>12,345,679</td>",
    "<tr><td><code>Order, __slots__</code></td><td>–</td><td>–</td><td>1,000</td><td>–</td><td>–</td>"
    "<td class=\"unknown\">a.py:7: ValueError: x | y</td></tr>\n",
    "<tr><td>one more instance</td><td>96</td><td>96</td><td class=\"equal\">equal</td></tr>\n",
    "<pre>heapyard-cli measure &apos;it&apos;\\&apos;&apos;s here.py:Order&apos;</pre>",
    " · sandbox none: turned off</p>",
    "</body></html>\n",
  };

  g_assert_true (g_str_has_prefix (text, "<!doctype html>"));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (text, parts[i]) == NULL)
      g_assert_cmpstr (text, ==, parts[i]);
  g_assert_null (strstr (text, "<?xml"));
}

/* Names, errors and sources are text, whatever they hold: nothing of them becomes an element. */
static void
test_escaped (void)
{
  g_autoptr (HyEvidence) evidence = sample_evidence_new ();
  HyEvidenceClass *class = evidence->classes->pdata[0];
  char **fields[] = { &class->name,      &class->plan,    &class->factory,   &class->source,
                      &evidence->system, &evidence->date, &evidence->sandbox };
  g_autofree char *text = NULL;
  guint found = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_free (*fields[i]);
      *fields[i] = g_strdup ("<script>&");
    }
  text = hy_measure_html (evidence, NULL);
  g_assert_null (strstr (text, "<script>"));
  for (const char *at = text; (at = strstr (at, "&lt;script&gt;&amp;")) != NULL; at++)
    found++;
  /* Name and plan in the summary and in the heading, the others once. */
  g_assert_cmpuint (found, ==, 2 * 2 + 5);
}

static void
test_csv (void)
{
  g_autoptr (HyEvidence) evidence = sample_evidence_new ();
  const HyEvidenceClass *first = evidence->classes->pdata[0];
  g_autofree char *text = hy_measure_csv (evidence);
  g_autofree char *wanted = g_strdup_printf (
      "name,plan,python,count,factory,requested,modelled,getsizeof,dict_getsizeof,current,modelled_current,peak,"
      "rss_median,rss_min,rss_max,seconds_median,seconds_min,seconds_max,verdict\n"
      "Order,,3.12.1,1000,Order(i),96,96,,,12345678,%" G_GINT64_FORMAT ",12345679,4096,0,8192,0.25,0.125,0.5,off\n"
      "Order,__slots__,3.12.1,1000,Order(i),,,,,,,,,,,,,,error\n",
      first->modelled->current);

  g_assert_cmpstr (text, ==, wanted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure-html/html", test_html);
  g_test_add_func ("/measure-html/escaped", test_escaped);
  g_test_add_func ("/measure-html/csv", test_csv);
  return g_test_run ();
}
