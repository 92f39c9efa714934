"""Pages in browsers: a tab without network that notes what happens in it."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import pytest

SCREEN = {"width": 1280, "height": 720}


def not_here(reason: str) -> NoReturn:
    """Skip at a desk, fail in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@dataclass
class Tab:
    """A tab of Chromium without network, and what has happened in it since it was opened."""

    page: Any
    file: str = ""
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    leaving: bool = False

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self.console.append(message.text))
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", self._answer)

    def _answer(self, dialog: Any) -> None:
        if self.leaving and dialog.type == "beforeunload":
            dialog.accept()
        else:
            self.dialogs.append(dialog.message)
            dialog.dismiss()

    def open(self, file: Path) -> None:
        """Open a file as a person does who has just started the browser."""
        self.file, self.leaving = file.as_uri(), False
        for happened in (self.console, self.requests, self.dialogs):
            happened.clear()
        self.page.goto(self.file)

    def leave(self) -> None:
        """Leave the page, and put back what outlives one."""
        self.leaving = True
        self.page.goto("about:blank")
        self.page.mouse.move(0, 0)
        self.page.emulate_media(media="null")
        self.page.set_viewport_size(SCREEN)
        self.page.context.clear_permissions()


def new_tab(chromium: Any, **options: Any) -> Tab:
    context = chromium.new_context(viewport=SCREEN, **options)
    context.set_offline(True)
    return Tab(context.new_page())
