"""Runs the benchmarks and prints their figures as Markdown tables.

python -m benchmarks [processes] [nation] [pairs] [stages] [betweenness] [load]
                     [map] [personal-data] [web] [--plain-python PYTHON]
"""

import argparse
import sys
from functools import partial

from benchmarks import (
    betweenness,
    load,
    map_page,
    nation,
    pairs,
    personal_data,
    processes,
    stages,
    web_page,
)
from benchmarks.measure import table


def main() -> int:
    """Run what is asked for; 1 when a figure misses its target."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("which", nargs="*", metavar="BENCHMARK")
    parser.add_argument(
        "--plain-python",
        default=sys.executable,
        metavar="PYTHON",
        help="an interpreter with the program but without numpy, for the whole processes",
    )
    arguments = parser.parse_args()
    benchmarks = {
        "processes": partial(processes.measure, arguments.plain_python),
        "nation": partial(nation.measure, arguments.plain_python),
        "pairs": pairs.measure,
        "stages": stages.measure,
        "betweenness": betweenness.measure,
        "load": load.measure,
        "map": map_page.measure,
        "personal-data": personal_data.measure,
        "web": web_page.measure,
    }
    unknown = set(arguments.which) - set(benchmarks)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(unknown)} (there are {', '.join(benchmarks)})")
    over = False
    for name in arguments.which or benchmarks:
        lines = list(benchmarks[name]())
        print(f"## {name}\n\n{table(lines)}\n", flush=True)
        over = over or any(line.holds is False for line in lines)
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
