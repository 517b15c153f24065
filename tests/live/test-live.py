#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the model with live interpreters on random class hierarchies.

    test-live.py CLI [--count N] [--start N] [--seed S] [--python PATH]... [--show-unknown]

Prints TAP: a line for each interpreter. What differs is made smaller first. The shapes are the same in every run of the
tests, and others each time where HEAPYARD_FUZZ_SHAPES says how many.
"""
import argparse
import collections
import os
import random
import sys

import shapes
from comparing import SETTLE, difference, interpreters, measure, model, settled, unknown_reason
from shrink import smaller

BATCH = 480
# How many differences of one batch and interpreter are made smaller.
SHOWN = 4


def compare_one(cli, minor, path, asked):
    """What differs, however free lists are left to the second instance: what its class takes from there or leaves there is
    no cost of its own."""
    modelled = model(cli, [asked], '3.%d' % minor)[0].get(minor)
    if modelled is None:
        return 'no answer'
    answers = [measure(path, [asked], settle)[0] for settle in SETTLE]
    found = [difference(answer, modelled) for answer in answers]
    return difference(settled(answers, modelled), modelled) if all(found) else None


def differing(cli, minor, path, many):
    """Those that seem to differ, in order."""
    modelled = model(cli, many, '3.%d' % minor)
    measured = measure(path, many)
    return [asked for asked, truth, mine in zip(many, measured, modelled)
            if minor in mine and difference(truth, mine[minor]) is not None]


def shrink(cli, minor, path, asked):
    """The smallest shape that still differs in some way, and how; (None, None) where it does not when tried again."""
    found = compare_one(cli, minor, path, asked)
    if found is None:
        return None, None
    again = True
    while again:
        again = False
        candidates = [(source,) + tuple(asked[1:]) for source in smaller(asked[0])]
        try:
            candidates = differing(cli, minor, path, candidates)
        except (RuntimeError, ValueError):
            break
        for candidate in candidates:
            now = compare_one(cli, minor, path, candidate)
            if now is not None and now.split()[0] == found.split()[0]:
                asked, found, again = candidate, now, True
                break
    return asked, found


class Tally(object):
    """What became of the shapes of one interpreter."""

    def __init__(self):
        self.reasons = collections.Counter()
        self.differences = []
        self.instances = 0
        self.unknown_instances = 0

    def count(self, measured, modelled):
        reason = unknown_reason(measured, modelled)
        if reason is not None:
            self.reasons[reason] += 1
        if measured.get('instances'):
            self.instances += 1
            self.unknown_instances += reason is not None

    def told(self, count):
        classes = sum(n for reason, n in self.reasons.items() if reason.startswith('class'))
        return '%d of %d classes unknown, instances of %d of %d' % (classes, count, self.unknown_instances, self.instances)


def check_batch(options, found, numbers, tallies):
    """Compares some shapes in all interpreters; most have the same text in all."""
    texts = {}
    wanted = {minor: [] for minor, _ in found}
    for number in numbers:
        for minor, _ in found:
            asked = shapes.Maker(random.Random('%s/%d' % (options.seed, number)), minor).shape()
            wanted[minor].append(texts.setdefault(asked, len(texts)))
    modelled = model(options.cli, list(texts))
    asked = list(texts)
    for minor, path in found:
        measured = measure(path, [asked[t] for t in wanted[minor]])
        suspects = []
        for text, truth in zip(wanted[minor], measured):
            mine = modelled[text].get(minor)
            if mine is not None:
                tallies[minor].count(truth, mine)
            if mine is None or difference(truth, mine) is not None:
                suspects.append(text)
        for text in suspects[:SHOWN]:
            small, words = shrink(options.cli, minor, path, asked[text])
            if words is not None:
                tallies[minor].differences.append((small, words))
                show('3.%d %s' % (minor, words), small)


def show(words, asked):
    print('# ' + words.replace('\n', '\\n'))
    print(''.join('#     %s\n' % line for line in asked[0].splitlines() + ['# ' + asked[1]]), end='')
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('cli')
    wanted = os.environ.get('HEAPYARD_FUZZ_SHAPES')
    parser.add_argument('--count', type=int, default=int(wanted or 60))
    parser.add_argument('--start', type=int, default=0)
    parser.add_argument('--seed', default=str(random.SystemRandom().randrange(10 ** 6)) if wanted else '6')
    parser.add_argument('--python', action='append', default=[])
    parser.add_argument('--show-unknown', action='store_true')
    options = parser.parse_args()
    found = interpreters(options.python)
    if not found:
        print('1..0 # SKIP no interpreter of CPython 3.6 to 3.15')
        return 0
    print('1..%d' % len(found))
    print('# seed %s, %d shapes for each interpreter' % (options.seed, options.count))
    tallies = {minor: Tally() for minor, _ in found}
    end = options.start + options.count
    for start in range(options.start, end, BATCH):
        check_batch(options, found, range(start, min(end, start + BATCH)), tallies)
    for number, (minor, _) in enumerate(found, 1):
        tally = tallies[minor]
        print('%s %d 3.%d: %s' % ('not ok' if tally.differences else 'ok', number, minor, tally.told(options.count)))
        for reason, times in tally.reasons.most_common(60) if options.show_unknown else ():
            print('# unknown %d times: %s' % (times, reason))
    return 1 if any(t.differences for t in tallies.values()) else 0


if __name__ == '__main__':
    sys.exit(main())
