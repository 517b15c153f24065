/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-command.h"
#include "hy-report-picture.h"

G_BEGIN_DECLS

/* What chart and yard have in common: a report of the classes that the command line names, as one picture. */

typedef GBytes *(*HyReportPictureFunc) (HyReport *report, const HyRenderSpec *spec,
                                        const HyReportPictureOptions *options, GError **error);

/* Fills in palette and pin of @picture by the options, draws and writes. */
HyExit hy_picture_command_run (HyInvocation *invocation, HyReportPictureFunc draw, HyReportPictureOptions *picture,
                               GError **error);

G_END_DECLS
