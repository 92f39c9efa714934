"""How far something has come, on the terminal of somebody who waits."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

Item = TypeVar("Item")
PATIENCE_SECONDS = 1
"""Before that, nothing is said."""


@contextmanager
def progress_line(text: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function that shows how many are done of how many, if stderr is a terminal."""
    start = time.monotonic()
    is_shown = False

    def show(done: int, whole: int) -> None:
        nonlocal is_shown
        if sys.stderr.isatty() and time.monotonic() - start > PATIENCE_SECONDS:
            is_shown = True
            click.echo(f"\r{text} {done}/{whole}", err=True, nl=False)

    try:
        yield show
    finally:
        if is_shown:
            click.echo("", err=True)


def with_progress(items: Iterable[Item], text: str, count: int) -> Iterator[Item]:
    """Yield the items, and show which of them is in hand when there are many."""
    with progress_line(text) as show:
        for number, item in enumerate(items, start=1):
            if count > 1:
                show(number, count)
            yield item
