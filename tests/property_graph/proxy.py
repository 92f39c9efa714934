"""A port between a client and a server, where a test hears what they say and can change it."""

import contextlib
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator

COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The message of Bolt with which a client asks that a transaction is done."""

Through = Callable[[bytes], bytes | None]
"""Returns what is passed on of a piece, or None to hang up on both."""


@contextlib.contextmanager
def between(
    server: str, from_client: Through = bytes, from_server: Through = bytes
) -> Iterator[str]:
    """Pass on what clients and a server at an address say; yield the address for the clients."""
    host, _colon, port = server.rpartition(":")

    class OneClient(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with socket.create_connection((host, int(port))) as behind:
                answers = threading.Thread(target=_pass, args=(behind, self.request, from_server))
                answers.start()
                _pass(self.request, behind, from_client)
                answers.join()

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), OneClient) as listening:
        thread = threading.Thread(target=listening.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"127.0.0.1:{listening.server_address[1]}"
        finally:
            listening.shutdown()
            thread.join()


def _pass(sender: socket.socket, receiver: socket.socket, through: Through) -> None:
    with contextlib.suppress(OSError):
        while (data := sender.recv(65_536)) and (passed := through(data)) is not None:
            receiver.sendall(passed)
    for end in (sender, receiver):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
