#!/usr/bin/env python3
"""The front door: ``python build.py`` makes the site; ``python build.py --help`` tells the rest."""

import sys

if sys.version_info < (3, 11):
    sys.exit("build.py: this Python is too old\n    remedy: run it with Python 3.11 or later")

try:
    from glossator.cli import run
except KeyboardInterrupt:
    sys.exit(130)
except ModuleNotFoundError as error:
    sys.exit(
        f"build.py: the package {error.name!r} is not installed\n"
        "    remedy: run 'make', or follow 'Without make' in README.md"
    )

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
