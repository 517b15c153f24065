/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "hy-source.h"

G_BEGIN_DECLS

/* The measured shapes of tests/data/truth as our own reader sees them, and what each CPython measured of them. */

/* tests/data/@name.json.gz. (transfer full) */
JsonNode *truth_load_document (const char *name);

/* The newest interpreter that can read sources; NULL. (transfer full) */
HyInterpreter *truth_find_reader (void);

typedef struct
{
  char *id;
  HyReading *reading;
  HyClassDef *def; /* what C names in it; NULL where it can't be read */
  guint minor;     /* 3.x that can run it */
} TruthShape;

typedef struct
{
  TruthShape *shapes;
  gsize n_shapes;
} TruthShapes;

/* NULL where there is no interpreter to read them with. (transfer full) */
TruthShapes *truth_shapes_load (void);
void truth_shapes_free (TruthShapes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TruthShapes, truth_shapes_free)

typedef struct
{
  const char *name; /* "3.12.1" */
  const HyAbi *abi;
  JsonNode *document;
} TruthBuild;

/* Names of all documents, NULL-terminated: the 13 native builds first. Static. */
const char *const *truth_build_names (void);

TruthBuild *truth_build_load (const char *name);
void truth_build_free (TruthBuild *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TruthBuild, truth_build_free)

/* What was measured of @shape there; NULL where it was skipped. Owned by @self. */
JsonObject *truth_build_case (TruthBuild *self, const TruthShape *shape);

/* How a figure compares. Counts by build and figure, keeps the reasons for unknown and prints what is wrong. */
typedef struct _TruthTally TruthTally;

TruthTally *truth_tally_new (void);
void truth_tally_free (TruthTally *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TruthTally, truth_tally_free)

void truth_tally_unknown (TruthTally *self, TruthBuild *build, const char *figure, const char *id, const char *reason);

/* Wrong where @got and @expected differ. */
void truth_tally_compare (TruthTally *self, TruthBuild *build, const char *figure, const char *id, const char *got,
                          const char *expected);
void truth_tally_compare_number (TruthTally *self, TruthBuild *build, const char *figure, const char *id, gint64 got,
                                 gint64 expected);

/* Prints the sums over all figures of @build; the test fails where any is wrong, or more than @max_unknown of them
 * unknown. */
void truth_tally_judge (TruthTally *self, TruthBuild *build, double max_unknown);

/* As TAP comments: a line a build and figure, then the reasons for unknown by how often they occur. */
void truth_tally_print (TruthTally *self);

/* Compares every shape on every build, judges and prints; skips the test where no Python can read the shapes. */
typedef void (*TruthCompare) (TruthTally *tally, TruthBuild *build, const TruthShape *shape);
void truth_run (TruthCompare compare, double max_unknown);

G_END_DECLS
