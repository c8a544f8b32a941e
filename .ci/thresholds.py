"""Check scores (the output of score.py --json) against the least that is accepted.

The figures are floors, not goals: a change that falls below one has broken something.
"""

import json
import sys

METADATA = 1.0  # title, publisher, day, authors
F1 = {
    ("persons", "person"): 0.95,
    ("roles", "role"): 0.88,
    ("statements", "attributed"): 0.75,
    ("demands", "found"): 0.72,
    ("demands", "full"): 0.46,
    ("events", "event"): 0.58,
    ("positions", "position"): 0.48,
}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        result = json.load(file)
    figures = [(f"metadata {field}", values["accuracy"], METADATA) for field, values in result["metadata"].items()]
    figures += [(" ".join(key), result[key[0]]["measures"][key[1]]["f1"], least) for key, least in F1.items()]
    low = [(name, value, least) for name, value, least in figures if value < least]
    for name, value, least in low:
        print(f"TOO LOW: {name} is {value:.3f}; at least {least:.3f} is accepted", file=sys.stderr)
    if not low:
        print(f"\nall {len(figures)} figures are at or above their floors")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
