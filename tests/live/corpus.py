# SPDX-License-Identifier: GPL-3.0-or-later
"""The corpus: shapes that each taught us something, as Python source that makes a class C, and what each CPython made of
them.

They stand in tests/data/corpus.txt, a line of --- after each but the last. Of one whose last line is `# make: EXPRESSION`
instances are compared, too; with `# make with values: EXPRESSION` what they cost with the values that they own."""
import gzip
import json
import os
import re

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'data')
RECORDED = os.path.join(DATA, 'corpus.json.gz')
MAKE = re.compile(r'^# make( with values)?: (.*)\n\Z', re.MULTILINE)


def read_texts():
    with open(os.path.join(DATA, 'corpus.txt'), encoding='utf-8') as corpus:
        return corpus.read().split('---\n')


def asked(text):
    """(source, factory, whether values are counted)."""
    found = MAKE.search(text)
    return (text, found.group(2), found.group(1) is not None) if found else (text, 'C()', False)


def has_instances(text):
    return MAKE.search(text) is not None


def read_recorded():
    """{text: {minor as text: answers}} of the versions that were asked: the different answers of measure.py with free lists
    settled and not; None where that version lacks what the text needs."""
    with gzip.open(RECORDED) as recorded:
        return json.loads(recorded.read().decode())['answers']


def write_recorded(answers):
    document = {'provenance': 'What each CPython made of the shapes of corpus.txt; written by record-corpus.py.',
                'answers': answers}
    with gzip.GzipFile(RECORDED, 'wb', mtime=0) as out:
        out.write(json.dumps(document, separators=(',', ':'), sort_keys=True).encode())
