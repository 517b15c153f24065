/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-store.h"

typedef struct
{
  HyStore *store;
  HyAttributes first, second;
} Fixture;

static void
set_up (Fixture *fixture, guint minor)
{
  const HyAbi *abi = hy_abi_lookup (minor, HY_BUILD_DEFAULT, 64);
  HyStoreTraits traits = { .has_dict = TRUE, .managed = TRUE, .inline_values = minor >= 13, .plain_new = TRUE };
  *fixture = (Fixture){ .store = hy_store_new (abi, &traits) };
  hy_store_begin (fixture->store, &fixture->first);
  hy_store_begin (fixture->store, &fixture->second);
}

static void
tear_down (Fixture *fixture)
{
  hy_attributes_clear (&fixture->first);
  hy_attributes_clear (&fixture->second);
  hy_store_free (fixture->store);
}

static void
set (Fixture *fixture, HyAttributes *attributes, const char *name)
{
  hy_store_set (fixture->store, attributes, hy_store_name (fixture->store, name, TRUE), NULL);
}

/* Until 3.10 a deletion combines the dict and ends sharing for the class; from 3.11 on it leaves a free place. */
static void
test_delete (void)
{
  Fixture fixture;
  set_up (&fixture, 8);
  set (&fixture, &fixture.first, "a");
  set (&fixture, &fixture.second, "a");
  g_assert_cmpint (fixture.second.form, ==, HY_ATTRIBUTES_SPLIT);
  g_assert_true (hy_store_delete (fixture.store, &fixture.first, hy_store_name (fixture.store, "a", TRUE)));
  g_assert_cmpint (fixture.first.form, ==, HY_ATTRIBUTES_COMBINED);
  g_assert_cmpint (fixture.second.form, ==, HY_ATTRIBUTES_SPLIT);
  g_assert_null (hy_store_shared_keys (fixture.store));
  g_assert_cmpint (hy_store_dict_getsizeof (fixture.store, &fixture.first), ==, 232);
  tear_down (&fixture);

  set_up (&fixture, 12);
  set (&fixture, &fixture.first, "a");
  g_assert_true (hy_store_delete (fixture.store, &fixture.first, hy_store_name (fixture.store, "a", TRUE)));
  g_assert_false (hy_store_delete (fixture.store, &fixture.first, hy_store_name (fixture.store, "a", TRUE)));
  g_assert_cmpint (fixture.first.form, ==, HY_ATTRIBUTES_VALUES);
  g_assert_nonnull (hy_store_shared_keys (fixture.store));
  tear_down (&fixture);
}

/* Another order of insertion combines the dict until 3.10, unless it is the only one. */
static void
test_order (void)
{
  for (guint minor = 6; minor <= 15; minor++)
    {
      Fixture fixture;
      set_up (&fixture, minor);
      set (&fixture, &fixture.first, "a");
      set (&fixture, &fixture.first, "b");
      set (&fixture, &fixture.second, "b");
      gboolean ordered = hy_store_rules (fixture.store)->shared_in_order;
      g_assert_cmpint (fixture.second.form == HY_ATTRIBUTES_COMBINED, ==, ordered);
      g_assert_cmpint (hy_store_shared_keys (fixture.store) == NULL, ==, ordered);
      tear_down (&fixture);
    }
}

/* The first instance may outgrow the keys; they become the class's again. */
static void
test_growth (void)
{
  static const char *const names[] = { "a", "b", "c", "d", "e", "f" };
  Fixture fixture;
  set_up (&fixture, 10);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    set (&fixture, &fixture.first, names[i]);
  g_assert_cmpint (fixture.first.form, ==, HY_ATTRIBUTES_SPLIT);
  g_assert_cmpuint (fixture.first.places, ==, 10);
  g_assert_cmpuint (hy_store_grown_keys_size (fixture.store), ==, 296);
  hy_store_forget_growth (fixture.store);
  g_assert_cmpuint (hy_store_grown_keys_size (fixture.store), ==, 0);
  set (&fixture, &fixture.second, "a");
  g_assert_cmpuint (fixture.second.places, ==, 10);
  tear_down (&fixture);
}

static void
test_touch (void)
{
  Fixture fixture;
  set_up (&fixture, 14);
  set (&fixture, &fixture.first, "a");
  g_assert_cmpint (hy_store_dict_getsizeof (fixture.store, &fixture.first), ==, -1);
  hy_store_touch_dict (fixture.store, &fixture.first);
  g_assert_cmpint (hy_store_dict_getsizeof (fixture.store, &fixture.first), ==, 64 + 28 * 8);
  g_assert_cmpuint (fixture.first.inline_places, ==, 30);
  hy_store_replace_dict (fixture.store, &fixture.first);
  g_assert_cmpint (hy_store_dict_getsizeof (fixture.store, &fixture.first), ==, 64);
  g_assert_cmpuint (fixture.first.inline_places, ==, 30);
  tear_down (&fixture);
}

static void
test_seed (void)
{
  Fixture fixture;
  set_up (&fixture, 14);
  hy_store_seed (fixture.store, "z");
  g_assert_cmpuint (hy_store_shared_keys (fixture.store)->entries, ==, 1);
  tear_down (&fixture);
  set_up (&fixture, 13);
  hy_store_seed (fixture.store, "z");
  g_assert_cmpuint (hy_store_shared_keys (fixture.store)->entries, ==, 0);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/store/delete", test_delete);
  g_test_add_func ("/model/store/order", test_order);
  g_test_add_func ("/model/store/growth", test_growth);
  g_test_add_func ("/model/store/touch", test_touch);
  g_test_add_func ("/model/store/seed", test_seed);
  return g_test_run ();
}
