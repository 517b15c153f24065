# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads meson's testlog.json and says what each suite answered.

A TAP test counts by subtest, any other as one. The last line is
"N passed, N failed, N skipped"; the exit status is 1 if anything failed.
"""

import json
import re
import sys

RESULT = re.compile(r'^\s*(not ok|ok)\b\s*\d*\s*(.*)$')
SKIP = re.compile(r'#\s*skip\b', re.IGNORECASE)
PASSED_RESULTS = ('OK', 'EXPECTEDFAIL')
LINES_SHOWN = 60


def count_tap(output):
    """(passed, failed, skipped) of one TAP stream; a line that closes a nested subtest is not counted again."""
    passed = failed = skipped = 0
    lines = [line for line in output.splitlines() if RESULT.match(line)]
    indents = [len(line) - len(line.lstrip()) for line in lines]
    for index, line in enumerate(lines):
        if index and indents[index - 1] > indents[index]:
            continue
        verdict, rest = RESULT.match(line).groups()
        if SKIP.search(rest):
            skipped += 1
        elif verdict == 'ok':
            passed += 1
        else:
            failed += 1
    return passed, failed, skipped


def count(test):
    """(passed, failed, skipped) of one entry of the log."""
    result = test['result']
    numbers = count_tap(test.get('stdout') or '')
    if sum(numbers) == 0:
        if result == 'SKIP':
            return 0, 0, 1
        return (1, 0, 0) if result in PASSED_RESULTS else (0, 1, 0)
    passed, failed, skipped = numbers
    if result not in PASSED_RESULTS and result != 'SKIP' and failed == 0:
        failed = 1  # a crash, a time-out or a plan that was not kept
    return passed, failed, skipped


def suite_of(test):
    """The layer in "heapyard:model / dict"; meson leaves it out when only one was run."""
    suite, slash, _ = test['name'].rpartition(' / ')
    return suite.split(':')[-1] if slash else test['name']


def explain(test):
    """Prints what a failed test said: its failed subtests with their remarks, or its last words."""
    print(f'\n{test["name"]}: {test["result"]}, command: {" ".join(test["command"])}')
    output = (test.get('stdout') or '').splitlines()
    shown, telling = [], False
    for line in output:
        telling = line.lstrip().startswith(('not ok', 'Bail out!')) or (telling and line.lstrip().startswith('#'))
        if telling:
            shown.append(line)
    for line in (shown or output)[-LINES_SHOWN:] + (test.get('stderr') or '').splitlines()[-LINES_SHOWN:]:
        print(f'  {line}')


def skip_reasons(test):
    """The reasons that a test's skipped subtests give."""
    for line in (test.get('stdout') or '').splitlines():
        if RESULT.match(line) and SKIP.search(line):
            yield SKIP.split(line, 1)[1].strip(' :') or 'no reason given'


def main():
    suites, reasons = {}, {}
    try:
        with open(sys.argv[1], encoding='utf-8') as log:
            tests = [json.loads(line) for line in log]
    except FileNotFoundError:
        tests = []
    for test in tests:
        total = suites.setdefault(suite_of(test), [0, 0, 0])
        numbers = count(test)
        for column, number in enumerate(numbers):
            total[column] += number
        if numbers[1]:
            explain(test)
        for reason in skip_reasons(test):
            reasons[reason] = reasons.get(reason, 0) + 1
    print(f'\n{"suite":<14}{"passed":>9}{"failed":>9}{"skipped":>9}')
    for suite, numbers in sorted(suites.items()):
        print(f'{suite:<14}' + ''.join(f'{number:>9}' for number in numbers))
    for reason, number in sorted(reasons.items()):
        print(f'skipped {number}: {reason}')
    totals = [sum(column) for column in zip(*suites.values())] or [0, 0, 0]
    print('\n{} passed, {} failed, {} skipped'.format(*totals))
    return 1 if totals[1] or not tests else 0


if __name__ == '__main__':
    sys.exit(main())
