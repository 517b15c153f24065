/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-upgrade.h"

/* The lesson's two classes, one of them under a long name, and one that Python refuses. */
static HyUpgrade *
upgrade_new (void)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyClassDef) slotted = hy_class_def_new_slotted_order ();
  g_autoptr (HyClassDef) refused = hy_class_def_new ("Refused");
  const HyUpgradeClass classes[] = { { order, "Order", 0 },
                                     { slotted, "A class with a name too long for a column of its own to hold", 1 },
                                     { refused, "Refused", 2 } };

  refused->refusal.text = g_strdup ("TypeError: no");
  return hy_upgrade_new (classes, G_N_ELEMENTS (classes), hy_abi_lookup (12, HY_BUILD_DEFAULT, 64));
}

/* All of it is painted within the height that it says it takes, in one column or two. */
static void
test_picture (void)
{
  static const double widths[] = { 200, 360, 800 };
  g_autoptr (HyUpgrade) upgrade = upgrade_new ();
  double last = G_MAXDOUBLE;

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      cairo_surface_t *record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (record);
      double height = hy_upgrade_height (upgrade, widths[i], 13), x, y, w, h;
      hy_paint_upgrade (cr, upgrade, 0, 0, widths[i], 13, hy_palette_get (HY_PALETTE_LIGHT));
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (record, &x, &y, &w, &h);
      g_assert_cmpfloat (x, >=, -1);
      g_assert_cmpfloat (y, >=, -1);
      g_assert_cmpfloat (x + w, <=, widths[i] + 1);
      g_assert_cmpfloat (y + h, <=, height + 1);
      g_assert_cmpfloat (y + h, >, height * 0.9);
      g_assert_cmpfloat (height, <=, last);
      last = height;
      cairo_destroy (cr);
      cairo_surface_destroy (record);
    }
}

/* The versions that are compared stand out; a class's colour is its own. */
static void
test_changes (void)
{
  g_autoptr (HyUpgrade) upgrade = upgrade_new ();
  cairo_surface_t *surfaces[4];
  gsize length;

  for (gsize i = 0; i < G_N_ELEMENTS (surfaces); i++)
    {
      cairo_t *cr;

      surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 800);
      cr = cairo_create (surfaces[i]);
      hy_upgrade_compare (upgrade, 6, i == 2 ? 9 : 12);
      upgrade->colors[0] = i == 3 ? 5 : 0;
      hy_paint_upgrade (cr, upgrade, 0, 0, 400, 13, hy_palette_get (HY_PALETTE_LIGHT));
      cairo_destroy (cr);
      cairo_surface_flush (surfaces[i]);
    }
  length = (gsize) cairo_image_surface_get_stride (surfaces[0]) * 800;
  for (gsize i = 1; i < G_N_ELEMENTS (surfaces); i++)
    {
      int order =
          memcmp (cairo_image_surface_get_data (surfaces[0]), cairo_image_surface_get_data (surfaces[i]), length);

      g_assert_cmpint (order == 0, ==, i == 1);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (surfaces); i++)
    cairo_surface_destroy (surfaces[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/upgrade-paint/picture", test_picture);
  g_test_add_func ("/upgrade-paint/changes", test_changes);
  return g_test_run ();
}
