"""Compare what README.md shows as output with what the program prints.

    readme.py PROGRAM            # exit status 1 and a difference where they are not the same
    readme.py PROGRAM --update   # write what the program prints into README.md

Output stands between the lines <!-- begin NAME --> and <!-- end NAME -->. The record of the evidence is the one
that the README names in its command.
"""

import difflib
import os
import re
import subprocess
import sys
import tempfile

README = "README.md"
SAMPLES = "loader/testdata/samples"


def outputs(program, text):
    """The outputs by name, from a store of their own."""
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home)

        def run(*arguments):
            done = subprocess.run([program, *arguments], env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                                  text=True, encoding="utf-8")
            if done.returncode:
                sys.exit(f"{' '.join(arguments)}: {done.stderr.strip()}")
            return done.stdout

        run("load", SAMPLES)
        record = re.search(r"ask evidence --record (\S+)", text).group(1)
        return {"demo": run("demo", "--no-serve"), "evidence": run("ask", "evidence", "--record", record)}


def main():
    program, update = os.path.abspath(sys.argv[1]), "--update" in sys.argv[2:]
    with open(README, encoding="utf-8") as file:
        old = file.read()
    new = old
    for name, output in outputs(program, old).items():
        block = "".join(f"    {line}".rstrip() + "\n" for line in output.splitlines())
        new, found = re.subn(rf"(<!-- begin {name} -->\n\n).*?(\n<!-- end {name} -->)",
                             lambda match: match[1] + block + match[2], new, flags=re.DOTALL)
        if found != 1:
            sys.exit(f"{README} has {found} places for the output {name}, not 1")
    if update:
        with open(README, "w", encoding="utf-8") as file:
            file.write(new)
        return 0
    sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), README, "what the program prints"))
    return int(new != old)


if __name__ == "__main__":
    sys.exit(main())
