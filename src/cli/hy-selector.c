/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-selector.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "hy-command.h"
#include "hy-json-guard.h"

void
hy_selector_clear (HySelector *self)
{
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->class_name, g_free);
  g_clear_pointer (&self->factory, g_free);
}

void
hy_selector_init (HySelector *self, const char *argument)
{
  const char *colon = strrchr (argument, ':');

  *self = (HySelector){ 0 };
  if (colon == NULL || g_file_test (argument, G_FILE_TEST_EXISTS) || colon[1] == '\0' || strchr (colon, '/') != NULL)
    {
      self->file = g_strdup (argument);
      return;
    }
  if (colon != argument)
    self->file = g_strndup (argument, colon - argument);
  self->class_name = g_strdup (colon + 1);
}

static gboolean
take_string (JsonObject *object, const char *key, char **value, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("“%s” must be a string"), key);
      return FALSE;
    }
  *value = json_node_dup_string (node);
  return TRUE;
}

static gboolean
parse_line (const char *line, HySelector *selector, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) wrong = NULL;

  *selector = (HySelector){ 0 };
  root = g_utf8_validate (line, -1, NULL) && hy_json_guard (line, strlen (line), 2) ? json_from_string (line, &wrong)
                                                                                    : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE,
                           _ ("not a JSON object of strings like {\"file\": \"orders.py\", \"class\": \"Order\"}"));
      return FALSE;
    }
  if (take_string (json_node_get_object (root), "file", &selector->file, error) &&
      take_string (json_node_get_object (root), "class", &selector->class_name, error) &&
      take_string (json_node_get_object (root), "factory", &selector->factory, error))
    return TRUE;
  hy_selector_clear (selector);
  return FALSE;
}

GArray *
hy_batch_parse (const char *name, const char *text, gsize length, GError **error)
{
  g_autoptr (GArray) selectors = g_array_new (FALSE, FALSE, sizeof (HySelector));
  const char *end = text + length;
  guint line_number = 0;

  g_array_set_clear_func (selectors, (GDestroyNotify) hy_selector_clear);
  for (const char *p = text; p < end;)
    {
      const char *newline = memchr (p, '\n', end - p);
      const char *stop = newline != NULL ? newline : end;
      g_autofree char *line = g_strstrip (g_strndup (p, stop - p));
      HySelector selector;

      p = stop + 1;
      line_number++;
      if (*line == '\0')
        continue;
      if (selectors->len == HY_BATCH_MAX_LINES)
        {
          g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--batch: %s has more than %d lines; split it"),
                       name, HY_BATCH_MAX_LINES);
          return NULL;
        }
      if (!parse_line (line, &selector, error))
        {
          g_prefix_error (error, _ ("--batch: %s, line %u: "), name, line_number);
          return NULL;
        }
      g_array_append_val (selectors, selector);
    }
  return g_steal_pointer (&selectors);
}
