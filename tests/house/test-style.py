# SPDX-License-Identifier: GPL-3.0-or-later
"""Shell scripts as shellcheck likes them; C as the .clang-format at the root lays it out."""

import shutil
import subprocess

import house

CLANG_FORMAT_VERSION = 14  # other versions lay out some constructs otherwise


def clang_format():
    """The right clang-format and None, or None and why not."""
    for program in (f'clang-format-{CLANG_FORMAT_VERSION}', 'clang-format'):
        if shutil.which(program):
            version = subprocess.run([program, '--version'], capture_output=True, text=True).stdout
            if f'version {CLANG_FORMAT_VERSION}.' in version:
                return program, None
    return None, f'no clang-format {CLANG_FORMAT_VERSION}'


def check_shell():
    scripts = [house.name(path) for path in house.files('dev', '.ci/run', 'build-aux/*.sh', 'build-aux/on-display', 'tests/**/*.sh')]
    done = subprocess.run(['shellcheck', '--external-sources', '--format=gcc', *scripts], cwd=house.ROOT, capture_output=True, text=True)
    yield from (done.stdout + done.stderr).splitlines()


def check_c(program):
    sources = [house.name(path) for path in house.files('src/**/*.[ch]', 'tests/**/*.[ch]', 'bench/**/*.[ch]')]
    done = subprocess.run([program, '--dry-run', '--Werror', *sources], cwd=house.ROOT, capture_output=True, text=True)
    yield from (line for line in done.stderr.splitlines() if 'clang-format-violations' in line)


program, why_not = clang_format()
CHECKS = []
if shutil.which('shellcheck'):
    CHECKS.append(('shellcheck has no complaint', check_shell))
if program:
    CHECKS.append(('C is laid out by clang-format', lambda: check_c(program)))
if CHECKS:
    house.report(CHECKS)
else:
    print(f'1..0 # SKIP no shellcheck, {why_not}')
