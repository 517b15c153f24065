/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The program: its command line, its windows, the actions and looks that they share. */
#define HY_TYPE_APPLICATION (hy_application_get_type ())
G_DECLARE_FINAL_TYPE (HyApplication, hy_application, HY, APPLICATION, AdwApplication)

HyApplication *hy_application_new (void); /* (transfer full) */

G_END_DECLS
