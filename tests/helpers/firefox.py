"""A stock Firefox over WebDriver BiDi: no driver program and no patched browser is needed."""

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

# Whatever it wants to fetch by itself goes to a port where nothing listens.
PREFERENCES = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
}
LISTENING = "WebDriver BiDi listening on "
PATIENCE = 60.0
"""Seconds to start: a first start writes a profile, on a busy machine too."""


@contextmanager
def firefox(program: str, folder: Path) -> Iterator["Firefox"]:
    """Run a Firefox whose profile and log lie in a folder."""
    profile, log = folder / "profile", folder / "log.txt"
    profile.mkdir()
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items()]
    Path(profile, "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = (program, "--headless", "--no-remote", "--profile", str(profile))
    with (
        log.open("w") as output,
        subprocess.Popen(
            (*command, "--remote-debugging-port", "0"), stdout=output, stderr=output
        ) as run,
    ):
        try:
            address = f"{_address(log)}/session"
            with connect(address, max_size=None, open_timeout=PATIENCE) as socket:
                yield Firefox(socket)
        finally:
            run.terminate()


def _address(log: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for line in log.read_text(errors="replace").splitlines():
            if line.startswith(LISTENING):
                return line.removeprefix(LISTENING).strip()
        time.sleep(0.1)
    raise TimeoutError(f"Firefox did not start: {log.read_text(errors='replace')[-500:]}")


class Firefox:
    """A running Firefox with one page: its console, and what it requested."""

    def __init__(self, socket: ClientConnection) -> None:
        self.console: list[str] = []
        self.requests: list[str] = []
        self._socket = socket
        self._sent = 0
        self._ask("session.new", capabilities={"alwaysMatch": {}})
        self._ask("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self._context = self._ask("browsingContext.getTree")["contexts"][0]["context"]

    def open(self, address: str, width: int = 1280, height: int = 720) -> None:
        """Open a page in a window of this size, and wait until it is loaded."""
        size = {"width": width, "height": height}
        self._ask("browsingContext.setViewport", context=self._context, viewport=size)
        self._ask("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def evaluate(self, expression: str) -> Any:
        """Return what an expression gives in the page, as JSON, after waiting for a promise."""
        answer = self._ask(
            "script.evaluate",
            expression=f"Promise.resolve({expression}).then(JSON.stringify)",
            target={"context": self._context},
            awaitPromise=True,
        )
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    def _ask(self, method: str, **parameters: Any) -> Any:
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv(PATIENCE))
            if message.get("type") == "event":
                self._note(message["method"], message["params"])
            elif message.get("id") == self._sent:
                assert message["type"] == "success", message
                return message["result"]

    def _note(self, name: str, event: dict[str, Any]) -> None:
        if name == "log.entryAdded":
            self.console.append(str(event["text"]))
        else:
            self.requests.append(event["request"]["url"])
