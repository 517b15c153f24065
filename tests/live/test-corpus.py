#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the model with what each CPython made of the shapes of the corpus.

    test-corpus.py CLI

Prints TAP: a line for each version. It needs none of these interpreters, only one that reads the source."""
import sys

from comparing import difference, model, unknown_reason
from corpus import asked, read_recorded, read_texts

# Of the answers of each version, how many the model must have.
KNOWN_SHARE = 0.8


def told(differences, text):
    lines = ['# %s\n' % differences[0].replace('\n', '\\n')] + ['#     %s\n' % line for line in text.splitlines()]
    return ''.join(lines)


def judge(minor, texts, recorded, modelled):
    """(answers, known ones, those that differ): numbers of shapes of one version; prints what differs."""
    count = known = wrong = 0
    for text, mine in zip(texts, modelled):
        answers = recorded[text].get(str(minor))
        if answers is None:
            continue
        count += 1
        known += unknown_reason(answers[0], mine[minor]) is None
        differences = [difference(answer, mine[minor]) for answer in answers]
        if all(differences):
            wrong += 1
            print('# 3.%d' % minor)
            print(told(differences, text), end='')
    return count, known, wrong


def main():
    texts, recorded = read_texts(), read_recorded()
    missing = [text for text in texts if text not in recorded]
    if missing:
        print('Bail out! Not recorded, run record-corpus.py: %r' % missing[0])
        return 1
    modelled = model(sys.argv[1], [asked(text) for text in texts])
    minors = sorted(map(int, {minor for text in texts for minor in recorded[text]}))
    print('1..%d' % len(minors))
    failed = 0
    for number, minor in enumerate(minors, 1):
        count, known, wrong = judge(minor, texts, recorded, modelled)
        good = not wrong and known >= KNOWN_SHARE * count
        failed += not good
        print('%s %d 3.%d: %d of %d known, %d wrong' % ('ok' if good else 'not ok', number, minor, known, count, wrong))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
