/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-library-table.h"

const HyLibraryType hy_library_types[] = {
  { "object", 6, 15, HY_LIBRARY_BASETYPE, "", NULL, NULL, NULL, 16, 0, 0, 0 },
  { "type", 6, 15, HY_LIBRARY_BASETYPE | HY_LIBRARY_GC, "object", NULL, NULL, NULL, 920, 40, 264, 368 },
};
const gsize hy_library_types_length = G_N_ELEMENTS (hy_library_types);

const HyLibrarySize hy_library_size_rows[] = {
  { "object", 13, 15, HY_BUILD_FREE_THREADED, 64, 32, 0, 0, 0 },
  { "object", 6, 15, HY_BUILD_DEFAULT, 32, 8, 0, 0, 0 },
  { "object", 6, 15, HY_BUILD_WASM, 32, 8, 0, 0, 0 },
};
const gsize hy_library_sizes_length = G_N_ELEMENTS (hy_library_size_rows);

const HyLibraryAlias hy_library_aliases[] = {
  { "builtins.object", "object", 6, 15 },
};
const gsize hy_library_aliases_length = G_N_ELEMENTS (hy_library_aliases);
