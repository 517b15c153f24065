/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-reply-refusal.h"

#define MAX_EARLIER 10
#define NEWEST 99

HyRefusal
hy_reply_refusal (JsonObject *object, const char *name)
{
  JsonObject *told = hy_json_object (object, name);
  JsonArray *array = told != NULL ? hy_json_array (told, "earlier", MAX_EARLIER) : NULL;
  HyRefusal refusal = { 0 };

  if (told == NULL)
    return refusal;
  refusal.text = hy_json_dup_text (told, "text");
  refusal.earlier = g_new0 (HyEarlierText, MAX_EARLIER);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *earlier = hy_json_item_object (array, i);
      char *text = earlier != NULL ? hy_json_dup_text (earlier, "text") : NULL;

      if (text != NULL)
        refusal.earlier[refusal.n_earlier++] =
            (HyEarlierText){ (guint) hy_json_integer (earlier, "last", 0, NEWEST, 0), text };
    }
  return refusal;
}
