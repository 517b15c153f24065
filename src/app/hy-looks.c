/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-looks.h"

#include <adwaita.h>
#include <math.h>

#include "hy-settings.h"

#define STEP 1.1
#define SMALLEST 0.8
#define LARGEST 2.5

struct _HyLooks
{
  GSettings *settings;
  int dpi; /* of the desktop, × 1024 */
};

static void
apply_scheme (HyLooks *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  int scheme = g_settings_get_enum (self->settings, HY_SETTINGS_COLOUR_SCHEME);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[CLAMP (scheme, 0, (int) G_N_ELEMENTS (schemes) - 1)]);
}

static void
apply_scale (HyLooks *self)
{
  double scale = g_settings_get_double (self->settings, HY_SETTINGS_TEXT_SCALE);
  int dpi = (int) lround (self->dpi * scale);
  int now;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &now, NULL);
  if (now != dpi)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

HyLooks *
hy_looks_new (GSettings *settings)
{
  HyLooks *self = g_new0 (HyLooks, 1);

  self->settings = g_object_ref (settings);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &self->dpi, NULL);
  if (self->dpi <= 0)
    self->dpi = 96 * 1024;
  apply_scheme (self);
  apply_scale (self);
  g_signal_connect_swapped (settings, "changed::" HY_SETTINGS_COLOUR_SCHEME, G_CALLBACK (apply_scheme), self);
  g_signal_connect_swapped (settings, "changed::" HY_SETTINGS_TEXT_SCALE, G_CALLBACK (apply_scale), self);
  return self;
}

void
hy_looks_free (HyLooks *self)
{
  g_signal_handlers_disconnect_by_data (self->settings, self);
  g_object_unref (self->settings);
  g_free (self);
}

void
hy_looks_scale_text (HyLooks *self, int direction)
{
  double scale = g_settings_get_double (self->settings, HY_SETTINGS_TEXT_SCALE);

  scale = direction == 0 ? 1 : scale * pow (STEP, direction);
  if (fabs (scale - 1) < 0.02)
    scale = 1;
  g_settings_set_double (self->settings, HY_SETTINGS_TEXT_SCALE, CLAMP (scale, SMALLEST, LARGEST));
}
