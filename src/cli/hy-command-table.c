/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-command-table.h"

const HyCommand *const *
hy_commands (void)
{
  static const HyCommand *const commands[] = {
    &hy_command_layout,  &hy_command_grow,  &hy_command_chart,   &hy_command_yard,
    &hy_command_measure, &hy_command_check, &hy_command_pythons, NULL,
  };

  return commands;
}
