"""Calculon on strategies that Outlay's search found: calculon.py DIRECTORY FILE

DIRECTORY is a checkout of github.com/calculon-ai/calculon; FILE has one strategy a line, as JSON with
Calculon's own words, and `outlay`, the seconds that Outlay predicts. Prints Calculon's rate on
strategies of its space and, for each line, its time beside ours.
"""

import json
import logging
import random
import sys
import time
from unittest.mock import MagicMock

for name in ("numpy", "pandas", "psutil"):  # for files and tables, which are not used here
    try:
        __import__(name)
    except ImportError:
        sys.modules[name] = MagicMock()

sys.path.insert(0, sys.argv[1])
import calculon  # noqa: E402
from calculon.llm import Llm, System  # noqa: E402

APPLICATION = Llm.Application(calculon.io.read_json_file(sys.argv[1] + "/models/gpt3-175B.json"))
SYSTEM = System(calculon.io.read_json_file(sys.argv[1] + "/systems/a100_80g.json"))


def seconds(strategy):
    """The time of a step, or None where Calculon finds that it does not fit."""
    quiet = logging.Logger("quiet")
    quiet.disabled = True
    model = Llm(APPLICATION, quiet)
    try:
        model.compile(SYSTEM, Llm.Execution.from_json(strategy))
        model.run(SYSTEM)
        return strategy["batch_size"] / model.get_stats_json(False)["sample_rate"]
    except (Llm.Error, AssertionError):
        return None


def neighbours(strategies, count):
    """Strategies of the space around the given ones, drawn with a fixed seed."""
    draw = random.Random(1)
    for _ in range(count):
        near = dict(draw.choice(strategies))
        near["activation_recompute"] = draw.choice(["full", "attn_only", "none"])
        near["microbatch_size"] = draw.choice([1, 2, 4])
        near["weight_offload"] = draw.choice([True, False])
        near["seq_par_ag_redo"] = False
        yield near


def main():
    with open(sys.argv[2], encoding="utf-8") as file:
        ours = [json.loads(line) for line in file]
    predicted = [strategy.pop("outlay") for strategy in ours]
    start, count = time.process_time(), 100
    for strategy in neighbours(ours, count):
        seconds(strategy)
    rate = count / (time.process_time() - start)
    print(f"Calculon times {rate:.0f} strategies a second of processor time, its logging silenced")
    for place, (strategy, mine) in enumerate(zip(ours, predicted), start=1):
        theirs = seconds(strategy)
        print(f"  {place:2}. {mine:.2f} s; Calculon: " + ("does not fit" if theirs is None else f"{theirs:.2f} s"))


main()
