"""Checks the messages of commits: `python -m tools.check_commits main..HEAD`.

A message is `area: what it does, in the imperative`, at most 72 letters; then a blank line, and why.
"""

import re
import subprocess
import sys
from collections.abc import Iterator

LONGEST_SUBJECT = 72
SUBJECT = re.compile(r"[a-z][a-z0-9_., -]*: \S.*[^.\s]")


def faults(message: str) -> Iterator[str]:
    """Yield what is wrong with a message, in the order of its lines."""
    subject, *body = message.rstrip().split("\n")
    if not SUBJECT.fullmatch(subject):
        yield "the first line is not `area: what it does`, without a full stop"
    if len(subject) > LONGEST_SUBJECT:
        yield f"the first line has {len(subject)} letters, {LONGEST_SUBJECT} at most"
    if body and body[0]:
        yield "the second line is not blank"


def main() -> int:
    """Print the faults of every commit in a range, and return 1 if there are any."""
    commits = subprocess.run(
        ("git", "log", "--no-merges", "--reverse", "-z", "--format=%h %B", *sys.argv[1:2]),
        capture_output=True,
        check=True,
    )
    failed = False
    for commit in filter(None, commits.stdout.decode().split("\0")):
        name, _, message = commit.partition(" ")
        for fault in faults(message):
            failed = True
            sys.stdout.write(f"{name} «{message.partition(chr(10))[0]}»: {fault}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
