import contextlib
import socket
import threading
import time

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.property_graph.neo4j.connection import connected
from samordning_graph.property_graph.neo4j.settings import StoreError, settings_from
from tests.helpers.neo4j_fixtures import on_both_versions

PASSWORD = "hemmelig-passord-7361"
IN_TIME = 10
WEB = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"
TLS_ALERT = b"\x15\x03\x01\x00\x02\x02\x46"
NO_COMMON_VERSION = b"\0\0\0\0"


@pytest.fixture(autouse=True)
def english():
    with in_language("en"):
        yield


def settings(uri, **more):
    return settings_from(
        None,
        {"NEO4J_URI": uri, "NEO4J_PASSWORD": PASSWORD}
        | {f"NEO4J_{name.upper()}": value for name, value in more.items()},
    )


def refusal(given):
    """Return the sentence that a connection is refused with; in time and without the password."""
    start_time = time.monotonic()
    with pytest.raises(StoreError) as refused, connected(given):
        pass
    assert time.monotonic() - start_time < IN_TIME
    sentence = str(refused.value)
    assert PASSWORD not in sentence
    assert "\n" not in sentence
    assert refused.value.__cause__ is None
    return sentence


@contextlib.contextmanager
def answering(reply):
    """A port that accepts, and answers whatever comes with some bytes, or (None) never."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        done = threading.Event()
        accepted = []

        def serve():
            while not done.is_set():
                with contextlib.suppress(TimeoutError):
                    client, _address = listening.accept()
                    accepted.append(client)
                    if reply is not None:
                        client.recv(1024)
                        client.sendall(reply)
                        client.close()

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"127.0.0.1:{listening.getsockname()[1]}"
        finally:
            done.set()
            thread.join()
            for client in accepted:
                client.close()


# Faults on the way


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_nothing_listens(scheme):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    assert "nothing answers at" in refusal(settings(f"{scheme}://127.0.0.1:{port}"))
    assert "nothing answers at" in refusal(settings(f"{scheme}://localhost:{port}"))


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+ssc"])
def test_a_port_that_accepts_and_says_nothing(scheme):
    with answering(None) as address:
        assert "does not answer in time" in refusal(settings(f"{scheme}://{address}"))


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_the_port_of_a_web_server(scheme):
    with answering(WEB) as address:
        assert "web server" in refusal(settings(f"{scheme}://{address}"))


@pytest.mark.parametrize("reply", [TLS_ALERT, NO_COMMON_VERSION, b"SSH-2.0-OpenSSH\r\n"])
@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_an_old_server_and_a_port_that_answers_but_not_as_neo4j(reply, scheme):
    with answering(reply) as address:
        assert "does not speak as Neo4j 5 or newer does" in refusal(
            settings(f"{scheme}://{address}")
        )


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_port_that_hangs_up(scheme):
    with answering(b"") as address:
        assert "not as Neo4j does" in refusal(settings(f"{scheme}://{address}"))


def test_a_machine_that_is_not_there():
    assert "no machine with the name" in refusal(settings("bolt://finnes-ikke.invalid:7687"))


# Faults of a real server; test_faults.py has those that a user sees


@pytest.mark.neo4j
@on_both_versions
def test_a_server_that_answers(server):
    for scheme in ("bolt", "neo4j"):
        given = {**server.environment, "NEO4J_URI": f"{scheme}://{server.address}"}
        with connected(settings_from(None, given)) as connection:
            assert connection.database == "neo4j"
            assert connection.server.startswith("Neo4j/")


@pytest.mark.neo4j
@on_both_versions
def test_a_wrong_password_no_password_and_too_many_attempts(server):
    assert "asks for a password: set NEO4J_PASSWORD" in refusal(
        settings_from(server.uri, {"NEO4J_USERNAME": server.user})
    )
    # A user who is not there, so that the attempts lock out nobody else.
    given = settings(server.uri, username="ingen")

    refusals = [refusal(given) for _attempt in range(5)]

    assert "does not accept the password of the user «ingen»" in refusals[0]
    assert all("password" in sentence for sentence in refusals)


@pytest.mark.neo4j
@on_both_versions
@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_database_that_is_not_there(server, scheme):
    given = {**server.environment, "NEO4J_DATABASE": "finnes.ikke"}

    sentence = refusal(settings_from(f"{scheme}://{server.address}", given))

    assert "no database «finnes.ikke»" in sentence


@pytest.mark.neo4j
@on_both_versions
@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+ssc"])
def test_encryption_that_the_server_does_not_have(server, scheme):
    sentence = refusal(settings_from(f"{scheme}://{server.address}", server.environment))

    assert "does not answer with encryption" in sentence
