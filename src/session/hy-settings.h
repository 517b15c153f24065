/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Keys of the schema io.github.heapyard.Heapyard in data/. */
#define HY_SETTINGS_PYTHON "python"
#define HY_SETTINGS_INCLUDE "include"
#define HY_SETTINGS_ARRANGEMENT "arrangement"
#define HY_SETTINGS_LOGARITHMIC "logarithmic"
#define HY_SETTINGS_COLOUR_SCHEME "colour-scheme"
#define HY_SETTINGS_TEXT_SCALE "text-scale"
#define HY_SETTINGS_CHART_SHARE "chart-share"
#define HY_SETTINGS_SHOW_INSPECTOR "show-inspector"
#define HY_SETTINGS_WINDOW_WIDTH "window-width"
#define HY_SETTINGS_WINDOW_HEIGHT "window-height"
#define HY_SETTINGS_WINDOW_MAXIMIZED "window-maximized"
#define HY_SETTINGS_RECENT_FILES "recent-files"
#define HY_SETTINGS_EXPORT_SCALE "export-scale"
#define HY_SETTINGS_EXPORT_FOLDER "export-folder"
#define HY_SETTINGS_UNSANDBOXED "unsandboxed-projects"

/* The choices that persist. The schema is looked for where it is installed, then, for a program run from its build
 * tree, in the data folder there. NULL with G_FILE_ERROR_NOENT when it is in neither. (transfer full) */
GSettings *hy_settings_new (GError **error);

/* Puts @uri first among the recent files; at most ten are kept. */
void hy_settings_add_recent (GSettings *settings, const char *uri);

void hy_settings_remove_recent (GSettings *settings, const char *uri);

G_END_DECLS
