/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage: bench-first-frame COMMAND…    milliseconds from exec until its window shows more than one colour, and its
 * resident kilobytes two seconds later. */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#define SMALLEST 50
#define PATIENCE_MS 30000
#define POLL_US 1000
#define SETTLE_US 2000000

static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0; /* windows may go while we look at them */
}

/* The first top-level window that was mapped since the last call; None. */
static Window
mapped_window (Display *display)
{
  while (XPending (display))
    {
      XEvent event;
      XWindowAttributes attributes;

      XNextEvent (display, &event);
      if (event.type == MapNotify && XGetWindowAttributes (display, event.xmap.window, &attributes) &&
          attributes.width > SMALLEST && attributes.height > SMALLEST && !attributes.override_redirect)
        return event.xmap.window;
    }
  return None;
}

static gboolean
is_drawn (Display *display, Window window)
{
  XWindowAttributes attributes;
  XImage *image;
  gboolean drawn = FALSE;

  if (!XGetWindowAttributes (display, window, &attributes) || attributes.map_state != IsViewable)
    return FALSE;
  image = XGetImage (display, window, 0, 0, attributes.width, MIN (attributes.height, 200), AllPlanes, ZPixmap);
  if (image == NULL)
    return FALSE;
  for (int y = 0; y < image->height && !drawn; y += 2)
    for (int x = 0; x < image->width && !drawn; x += 2)
      drawn = ((XGetPixel (image, x, y) ^ XGetPixel (image, image->width / 2, 1)) & 0xffffff) != 0;
  XDestroyImage (image);
  return drawn;
}

static gint64
resident_kilobytes (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", pid);
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents (path, &status, NULL, NULL) || (line = strstr (status, "VmRSS:")) == NULL)
    return 0;
  return g_ascii_strtoll (line + strlen ("VmRSS:"), NULL, 10);
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  Window window = None;
  g_autoptr (GError) error = NULL;
  gint64 start;
  gboolean drawn = FALSE;
  GPid pid;

  if (display == NULL || argc < 2)
    return 2;
  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, True);
  start = g_get_monotonic_time ();
  if (!g_spawn_async (NULL, argv + 1, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH, NULL, NULL, &pid, &error))
    g_error ("%s", error->message);
  while (!drawn && g_get_monotonic_time () - start < PATIENCE_MS * 1000)
    {
      if (window == None)
        window = mapped_window (display);
      drawn = window != None && is_drawn (display, window);
      if (!drawn)
        g_usleep (POLL_US);
    }
  g_print ("%.1f ", drawn ? (double) (g_get_monotonic_time () - start) / 1000 : -1.0);
  g_usleep (SETTLE_US);
  g_print ("%" G_GINT64_FORMAT "\n", resident_kilobytes (pid));
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  XCloseDisplay (display);
  return 0;
}
