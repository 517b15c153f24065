/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-evidence-results.h"

#include "widget-window.h"

#define DOCUMENT(requested, rest)                                                                                      \
  "{\"schema\": \"heapyard.measure/1\", \"date\": \"2026-11-25T00:00:00Z\", \"system\": \"Linux\", \"sandbox\": "      \
  "\"none\", \"interpreter\": {\"path\": \"/p\", \"status\": \"ok\", \"version\": \"3.12.1\", \"build\": "             \
  "\"default\", "                                                                                                      \
  "\"bits\": 64, \"allocator\": \"pymalloc\", \"prefix\": \"/p\"}, \"classes\": [{\"name\": \"Parcel\", \"count\": "   \
  "1000, \"file\": \"a.py\", \"factory\": \"Parcel(i)\", \"measured\": {\"requested\": " requested                     \
  ", \"current\": 90000}, \"modelled\": {\"requested\": 48}}" rest "]}"
#define FAILED                                                                                                         \
  ", {\"name\": \"Broken\", \"count\": 1, \"error\": {\"message\": \"no luck\", \"file\": \"a.py\", \"line\": 9}}"

static HyEvidence *
evidence_new (const char *text)
{
  g_autoptr (GError) error = NULL;
  HyEvidence *evidence = hy_evidence_from_json (text, strlen (text), &error);

  g_assert_no_error (error);
  return evidence;
}

static void
test_equal (void)
{
  g_autoptr (HyEvidence) evidence = evidence_new (DOCUMENT ("48", FAILED));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window = test_window_new (box, 600, 700);

  hy_evidence_results_fill (box, evidence, NULL);
  g_assert_true (test_has_label (box, "Parcel as it is"));
  g_assert_true (test_has_label (box, "measured equals modelled"));
  g_assert_true (test_has_label (box, "CPython 3.12.1"));
  g_assert_true (test_has_label (box, "a.py:9: no luck"));
  g_assert_false (test_has_label (box, "Copy a report"));
  test_window_close (window, box);
}

/* A disagreement is said plainly, with what is needed to report it; filling anew leaves nothing of before. */
static void
test_off (void)
{
  g_autoptr (HyEvidence) equal = evidence_new (DOCUMENT ("48", FAILED));
  g_autoptr (HyEvidence) off = evidence_new (DOCUMENT ("56", ""));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window = test_window_new (box, 600, 700);

  hy_evidence_results_fill (box, equal, NULL);
  hy_evidence_results_fill (box, off, NULL);
  g_assert_true (test_has_label (box, "measured 8 bytes more than modelled"));
  g_assert_true (test_has_label (box, "Copy a report"));
  g_assert_false (test_has_label (box, "no luck"));
  test_window_close (window, box);
}

static void
test_hazards (void)
{
  g_autoptr (GPtrArray) hazards = g_ptr_array_new ();
  HyHazard late = { (char *) "late", 7, (char *) "total", (char *) "pay", NULL };
  HyHazard subclass = { (char *) "subclass", 12, (char *) "Gift", (char *) "", (char *) "on CPython 3.13 more" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window = test_window_new (box, 600, 300);

  g_ptr_array_add (hazards, &late);
  g_ptr_array_add (hazards, &subclass);
  hy_evidence_results_fill_hazards (box, hazards, "/home/me/orders.py");
  g_assert_true (test_has_label (box, "orders.py:7: total is first set in pay"));
  g_assert_true (test_has_label (box, "orders.py:12: Gift derives from it"));
  g_assert_true (test_has_label (box, "on CPython 3.13 more"));
  test_window_close (window, box);
}

int
main (int argc, char **argv)
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/evidence-results/equal", test_equal);
  g_test_add_func ("/evidence-results/off", test_off);
  g_test_add_func ("/evidence-results/hazards", test_hazards);
  return g_test_run ();
}
