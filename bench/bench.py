# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast Heapyard is on this machine, now: a table, and bench.json beside the programs.

usage: bench.py BUILD-FOLDER
Start-up and memory are compared with an empty libadwaita window built beside it, the two taking turns.
"""

import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

STARTS = 7  # of each program, in turns
EXPORTS = 5
START_RATIO = 1.25
MEMORY_MIB = 120
EXPORT_MS = 400


def row(name, value, unit, goal=None):
    return {'name': name, 'value': float(f'{value:.4g}'), 'unit': unit, 'goal': goal}


def program_rows(program):
    """What a program of ours measured itself: a JSON object a line."""
    if not program.is_file():
        return
    done = subprocess.run([program], stdout=subprocess.PIPE, text=True, check=True)
    for line in done.stdout.splitlines():
        if line.startswith('{'):
            yield json.loads(line)


# The program takes the cairo renderer without OpenGL where there is no GPU; so does the window it is compared with.
WITHOUT_GPU = {'GSK_RENDERER': 'cairo', 'GDK_DEBUG': 'gl-disable'}


def start(build, *command):
    """(milliseconds to the first frame, resident KiB)"""
    done = subprocess.run([build / 'bench/bench-first-frame', *command], capture_output=True, text=True, check=True,
                          env=dict(os.environ, **WITHOUT_GPU))
    milliseconds, kilobytes = done.stdout.split()
    return float(milliseconds), int(kilobytes)


def window_rows(build, measured):
    """Start-up and memory against the empty window."""
    app, empty = build / 'src/app/heapyard', build / 'bench/bench-empty-window'
    if not app.is_file():
        return
    runs = {'ours': [], 'empty': []}
    for _ in range(STARTS):
        runs['empty'].append(start(build, empty))
        runs['ours'].append(start(build, app))
    first = {name: statistics.median(run[0] for run in taken) for name, taken in runs.items()}
    memory = {name: statistics.median(run[1] for run in taken) / 1024 for name, taken in runs.items()}
    yield row('exec to first frame, empty window', first['empty'], 'ms')
    yield row('exec to first frame', first['ours'], 'ms')
    yield row('… as a multiple of the empty window', first['ours'] / first['empty'], '×', START_RATIO)
    yield row('resident, empty window', memory['empty'], 'MiB')
    yield row('resident above it, the lesson at 100', memory['ours'] - memory['empty'], 'MiB', MEMORY_MIB)
    for entry in measured:
        if entry['name'] == 'resident at 10 M':
            yield row('resident above it, at 10 M', entry['value'] - memory['empty'], 'MiB', MEMORY_MIB)


def export_rows(build):
    """A chart and a yard at four times their size, process start included."""
    cli = build / 'src/cli/heapyard-cli'
    if not cli.is_file():
        return
    for picture in ('chart', 'yard'):
        times = []
        with tempfile.TemporaryDirectory() as folder:
            for _ in range(EXPORTS):
                begun = time.monotonic()
                subprocess.run([cli, picture, '--count', '100000', '--size', '1280x800', '--scale', '4', '-o',
                                f'{folder}/out.png'], check=True, stdout=subprocess.DEVNULL)
                times.append(1000 * (time.monotonic() - begun))
        yield row(f'{picture} of 1280×800 as PNG at 4×, process included', statistics.median(times), 'ms', EXPORT_MS)


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    os.environ['GSETTINGS_SCHEMA_DIR'] = str(build / 'data')
    rows = []
    for program in ('bench-model', 'bench-draw', 'bench-window', 'bench-measure'):
        rows += program_rows(build / 'bench' / program)
    rows += window_rows(build, rows)
    rows += export_rows(build)
    width = max(len(entry['name']) for entry in rows)
    for entry in rows:
        goal = entry['goal']
        verdict = '' if goal is None else f'  ≤ {goal:g}' + ('' if entry['value'] <= goal else '  MISSED')
        print(f'{entry["name"]:<{width}}  {entry["value"]:>9.4g} {entry["unit"]:<4}{verdict}')
    document = {'schema': 'heapyard.bench/1', 'machine': platform.machine(), 'cores': os.cpu_count(),
                'load': os.getloadavg()[0], 'rows': rows}
    (build / 'bench.json').write_text(json.dumps(document, indent=1) + '\n', encoding='utf-8')
    print(f'\nload {document["load"]:.1f} on {document["cores"]} cores; {build / "bench.json"}')


if __name__ == '__main__':
    main()
