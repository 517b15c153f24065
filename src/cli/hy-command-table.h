/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-command.h"

G_BEGIN_DECLS

/* Each in its hy-command-NAME.c. */
extern const HyCommand hy_command_layout;
extern const HyCommand hy_command_grow;
extern const HyCommand hy_command_chart;
extern const HyCommand hy_command_yard;
extern const HyCommand hy_command_measure;
extern const HyCommand hy_command_check;
extern const HyCommand hy_command_pythons;

G_END_DECLS
