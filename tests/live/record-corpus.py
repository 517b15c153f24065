#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the statements of tests/data/corpus.txt in each interpreter and writes what became of the class C of each.

    record-corpus.py [PYTHON...]    writes tests/data/corpus.json.gz; without arguments, every interpreter found
"""
import gzip
import importlib.util
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, '..', 'data')
# What a version lacks is not compared.
LACKING = ('ImportError', 'ModuleNotFoundError', 'NameError', 'SyntaxError')


def load_live():
    spec = importlib.util.spec_from_file_location('live', os.path.join(HERE, 'test-live.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lacks(answer):
    return answer['status'] == 'error' and (
        answer['error']['type'] in LACKING or 'unexpected keyword argument' in answer['error']['message'] or
        'has no attribute' in answer['error']['message'])


def measure_each(live, path, sources):
    answers = []
    for source in sources:
        try:
            answer = live.measure(path, [source])[0]
        except RuntimeError:  # its syntax is newer
            answer = {'status': 'other'}
        answer.pop('instances', None)
        answers.append(None if answer['status'] == 'other' or lacks(answer) else answer)
    return answers


def main():
    live = load_live()
    with open(os.path.join(DATA, 'corpus.txt'), encoding='utf-8') as corpus:
        sources = corpus.read().split('---\n')
    answers = {minor: measure_each(live, path, sources) for minor, path in live.interpreters(sys.argv[1:])}
    document = {'provenance': 'What each CPython made of the statements of corpus.txt; written by record-corpus.py.',
                'answers': answers}
    with gzip.GzipFile(os.path.join(DATA, 'corpus.json.gz'), 'wb', mtime=0) as out:
        out.write(json.dumps(document, separators=(',', ':'), sort_keys=True).encode())


if __name__ == '__main__':
    main()
