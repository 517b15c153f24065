#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks interpreters about the shapes of tests/data/corpus.txt that are not recorded yet and writes their answers to
tests/data/corpus.json.gz.

    record-corpus.py [--again] [PYTHON...]    without PYTHON, every interpreter found; --again asks about all shapes
"""
import argparse

from comparing import SETTLE, interpreters, measure
from corpus import asked, has_instances, read_recorded, read_texts, write_recorded

# What a version lacks is not compared.
LACKING = ('ImportError', 'ModuleNotFoundError', 'NameError', 'SyntaxError')


def lacks(answer):
    return answer['status'] == 'error' and (
        answer['error']['type'] in LACKING or 'unexpected keyword argument' in answer['error']['message'] or
        'has no attribute' in answer['error']['message'])


def kept(text, answer):
    """What is compared of an answer; None where nothing is."""
    if answer['status'] == 'other' or lacks(answer):
        return None
    if not has_instances(text):
        answer.pop('instances', None)
        answer.pop('refused', None)
    return answer


def measure_all(path, texts):
    """The answers about each text, as read_recorded() gives them."""
    both = [measure(path, [asked(t) for t in texts], settle) for settle in SETTLE[:2]]
    for text, *answers in zip(texts, *both):
        first, second = [kept(text, answer) for answer in answers]
        yield [first] + [second] * (second != first) if first and second else None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--again', action='store_true')
    parser.add_argument('python', nargs='*')
    options = parser.parse_args()
    texts = read_texts()
    before = {} if options.again else read_recorded()
    recorded = {text: before.get(text, {}) for text in texts}
    for minor, path in interpreters(options.python):
        missing = [text for text in texts if str(minor) not in recorded[text]]
        for text, answers in zip(missing, measure_all(path, missing)):
            recorded[text][str(minor)] = answers
        print('3.%d: %d of %d asked' % (minor, len(missing), len(texts)))
    write_recorded(recorded)


if __name__ == '__main__':
    main()
