"""Check the tables of 'demarche eval extract --gold' against the least that is accepted.

The figures are floors, not goals: a change that falls below one has broken something. They are a few records below
what the program does; raise them when it does better.

    thresholds.py PAGE...
"""

import re
import sys

# By the file of gold: metadata by their share, all else by F1.
FLOORS = {
    "articles.jsonl": {
        "metadata: title": 1.00,
        "metadata: publisher": 1.00,
        "metadata: published": 1.00,
        "metadata: authors": 1.00,
        "persons: person": 0.97,
        "roles: role": 0.93,
        "statements: attributed": 0.79,
        "demands: found": 0.83,
        "demands: of": 0.79,
        "demands: full": 0.58,
        "events: event": 0.76,
        "positions: position": 0.57,
    },
    "demands-dev.jsonl": {
        "demands: found": 0.77,
        "demands: by": 0.65,
        "demands: of": 0.58,
        "demands: full": 0.38,
    },
    "varied.jsonl": {
        "metadata: published": 1.00,
        "persons: person": 0.89,
        "roles: role": 0.55,
        "statements: attributed": 0.63,
        "demands: found": 0.76,
        "demands: by": 0.62,
        "demands: of": 0.50,
        "demands: full": 0.36,
        "events: event": 0.52,
        "positions: position": 0.21,
    },
    "plain.jsonl": {
        "metadata: published": 1.00,
        "persons: person": 0.90,
        "roles: role": 0.48,
        "statements: attributed": 0.76,
        "demands: found": 0.82,
        "demands: by": 0.69,
        "demands: full": 0.31,
    },
    "plain-test.jsonl": {
        "metadata: published": 1.00,
        "persons: person": 0.90,
        "roles: role": 0.49,
        "statements: attributed": 0.77,
        "demands: found": 0.82,
        "demands: by": 0.68,
        "demands: full": 0.47,
        "events: event": 0.44,
        "positions: position": 0.26,
    },
}


def figures(page):
    """The figure of each row by the file of gold and the row's name: F1 where there is one, otherwise the share."""
    found, gold = {}, None
    for line in page.splitlines():
        if title := re.fullmatch(r"## (\S+)", line):
            gold = title[1]
            found[gold] = {}
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if gold and len(cells) in (4, 7) and re.fullmatch(r"\w+: .*", cells[0]):
            figure = cells[3] if len(cells) == 7 else cells[1]
            found[gold].setdefault(cells[0], float(figure) if figure != "-" else 0.0)
    return found


def main():
    low, checked = [], 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            found = figures(file.read())
        for gold, values in found.items():
            for name, least in FLOORS[gold].items():
                checked += 1
                if values[name] < least:
                    low.append(f"TOO LOW: {name} on {gold} is {values[name]:.3f}; at least {least:.3f} is accepted")
    for line in low:
        print(line, file=sys.stderr)
    if not low:
        print(f"\nall {checked} figures are at or above their floors")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
