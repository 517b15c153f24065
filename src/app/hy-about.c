/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hy-config.h"

void
hy_about_present (GtkWindow *parent)
{
  const char *comments = _ ("What does one of my Python objects cost, and is __slots__ worth it here?");

#if ADW_CHECK_VERSION(1, 5, 0)
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog, "application-name", "Heapyard", "application-icon", HY_APP_ID, "version", HY_VERSION,
                "comments", comments, "license-type", GTK_LICENSE_GPL_3_0, "translator-credits",
                _ ("translator-credits"), NULL);
  adw_dialog_present (dialog, GTK_WIDGET (parent));
#else
  GtkWidget *window = adw_about_window_new ();

  g_object_set (window, "transient-for", parent, "modal", TRUE, "application-name", "Heapyard", "application-icon",
                HY_APP_ID, "version", HY_VERSION, "comments", comments, "license-type", GTK_LICENSE_GPL_3_0,
                "translator-credits", _ ("translator-credits"), NULL);
  gtk_window_present (GTK_WINDOW (window));
#endif
}
