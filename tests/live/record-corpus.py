#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the statements of tests/data/corpus.txt in each interpreter and writes what became of the class C of each.

    record-corpus.py [PYTHON...]    writes tests/data/corpus.json.gz; without arguments, every interpreter found
"""
import gzip
import json
import os
import sys

from comparing import interpreters, measure

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, '..', 'data')
# What a version lacks is not compared.
LACKING = ('ImportError', 'ModuleNotFoundError', 'NameError', 'SyntaxError')


def lacks(answer):
    return answer['status'] == 'error' and (
        answer['error']['type'] in LACKING or 'unexpected keyword argument' in answer['error']['message'] or
        'has no attribute' in answer['error']['message'])


def measure_all(path, sources):
    answers = []
    for answer in measure(path, [(source, 'C()') for source in sources]):
        answer.pop('instances', None)
        answer.pop('refused', None)
        answers.append(None if answer['status'] == 'other' or lacks(answer) else answer)
    return answers


def main():
    with open(os.path.join(DATA, 'corpus.txt'), encoding='utf-8') as corpus:
        sources = corpus.read().split('---\n')
    answers = {minor: measure_all(path, sources) for minor, path in interpreters(sys.argv[1:])}
    document = {'provenance': 'What each CPython made of the statements of corpus.txt; written by record-corpus.py.',
                'answers': answers}
    with gzip.GzipFile(os.path.join(DATA, 'corpus.json.gz'), 'wb', mtime=0) as out:
        out.write(json.dumps(document, separators=(',', ':'), sort_keys=True).encode())


if __name__ == '__main__':
    main()
