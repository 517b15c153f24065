/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-reply-recipe.h"

#include "hy-reply-refusal.h"
#include "hy-reply-value.h"

#define MAX_STEPS 100000
#define MAX_ARGUMENTS 10000

static const struct
{
  const char *word;
  HyOpKind kind;
  gboolean named;
} steps[] = {
  { "set", HY_OP_SET, TRUE },
  { "del", HY_OP_DEL, TRUE },
  { "get", HY_OP_GET, TRUE },
  { "touch-dict", HY_OP_TOUCH_DICT, FALSE },
  { "dict-set", HY_OP_DICT_SET, TRUE },
  { "replace-dict", HY_OP_REPLACE_DICT, FALSE },
  { "weakref", HY_OP_WEAKREF, FALSE },
  { "copy", HY_OP_COPY, FALSE },
  { "dict-update", HY_OP_DICT_UPDATE, FALSE },
};

/* FALSE when the step makes no sense. */
static gboolean
read_step (HyOp *op, JsonObject *object)
{
  const char *word = object != NULL ? hy_json_text (object, "k") : NULL;

  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (steps); i++)
    {
      if (!g_str_equal (steps[i].word, word))
        continue;
      op->kind = steps[i].kind;
      op->name = hy_json_dup_text (object, "n");
      op->value = hy_reply_value_member (object, "v");
      op->line = (guint) hy_json_integer (object, "line", 0, G_MAXINT, 0);
      return op->name != NULL || !steps[i].named;
    }
  return FALSE;
}

static void
read_steps (HyRecipe *recipe, JsonObject *object)
{
  JsonArray *array = hy_json_array (object, "ops", MAX_STEPS);

  if (array == NULL)
    {
      if (json_object_has_member (object, "ops"))
        recipe->unknown = g_strdup ("more steps than are followed");
      return;
    }
  recipe->ops = g_new0 (HyOp, json_array_get_length (array));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      recipe->n_ops++;
      if (!read_step (&recipe->ops[i], hy_json_item_object (array, i)))
        {
          g_free (recipe->unknown);
          recipe->unknown = g_strdup ("a step that is not understood");
        }
    }
}

static void
read_arguments (HyRecipe *recipe, JsonObject *object)
{
  JsonArray *array = hy_json_array (object, "arguments", MAX_ARGUMENTS);

  if (array == NULL)
    return;
  recipe->arguments = g_new0 (HyValue *, json_array_get_length (array));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *argument = hy_json_item_object (array, i);

      if (argument != NULL)
        recipe->arguments[recipe->n_arguments++] = hy_reply_value (argument);
    }
}

void
hy_reply_recipe (HyRecipe *recipe, JsonObject *object)
{
  recipe->factory = hy_json_dup_text (object, "factory");
  recipe->unknown = hy_json_dup_text (object, "unknown");
  recipe->refusal = hy_reply_refusal (object, "refusal");
  recipe->payload = hy_reply_value_member (object, "payload");
  recipe->n_early = (guint) hy_json_integer (object, "early", 0, G_MAXINT, 0);
  read_steps (recipe, object);
  read_arguments (recipe, object);
}
