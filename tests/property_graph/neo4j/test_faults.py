"""What a user of the command line sees when Neo4j fails: one sentence, in time, and no password."""

import contextlib
import logging
import re
import socket
import subprocess
import sys
import time

import pytest

from samordning_graph import read_model
from samordning_graph.common.locale import in_language
from samordning_graph.property_graph.neo4j import load as loading
from samordning_graph.property_graph.neo4j.connection import connected
from samordning_graph.property_graph.neo4j.settings import StoreError, settings_from
from samordning_graph.schema.tables import Unit
from tests.helpers import server as servers
from tests.helpers.running import DATA, ROOT, STORD, environment, run
from tests.property_graph.contents import ask, contents
from tests.property_graph.proxy import COMMIT, between

pytestmark = pytest.mark.neo4j

IN_TIME = 10
EXAMPLE = str(DATA / "eksempel")


@pytest.fixture(autouse=True)
def english():
    with in_language("en"):
        yield


def fault(server, path=STORD, **variables):
    """Load, and return the one sentence that is said when it fails."""
    begun = time.monotonic()
    done = run("neo4j", "load", path, SAMORDNING_LANG="en", **{**server.environment, **variables})
    assert time.monotonic() - begun < IN_TIME
    assert (done.returncode, done.stdout) == (2, ""), done
    return one_sentence(done.stderr, server)


def one_sentence(stderr, server):
    *of_the_data, sentence = stderr.splitlines()
    assert sentence.startswith("Error: "), stderr
    # The last line about the data says where their warnings are explained.
    assert all(re.search(r": W\d\d | explain W\d\d", line) for line in of_the_data), stderr
    assert server.password not in stderr
    return sentence


# The server cannot be used


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_nothing_listens(server, scheme):
    sentence = fault(server, NEO4J_URI=f"{scheme}://127.0.0.1:{servers.free_port()}")

    assert "nothing answers at" in sentence


def test_a_port_that_says_nothing_and_meanwhile_the_list_of_processes(server):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        uri = f"bolt://127.0.0.1:{silent.getsockname()[1]}"
        begun = time.monotonic()
        with loading_program(server, NEO4J_URI=uri) as program, silent.accept()[0]:
            with contextlib.suppress(FileNotFoundError):  # no `ps` on Windows
                listed = subprocess.run(
                    ["ps", "-ww", "-o", "args", "-p", str(program.pid)],
                    capture_output=True,
                    text=True,
                    check=True,
                ).stdout
                assert "samordning_graph" in listed
                assert server.password not in listed
            _out, sentence = program.communicate()

    assert time.monotonic() - begun < IN_TIME
    assert program.returncode == 2
    assert "does not answer in time" in one_sentence(sentence, server)


@contextlib.contextmanager
def loading_program(server, **variables):
    """The program that loads the example, while it runs."""
    with subprocess.Popen(
        [sys.executable, "-m", "samordning_graph", "neo4j", "load", EXAMPLE],
        cwd=ROOT,
        env=environment(SAMORDNING_LANG="en", **{**server.environment, **variables}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as program:
        yield program


def test_a_wrong_password(server):
    wrong = "ikke-" + server.password

    sentence = fault(server, NEO4J_USERNAME="ingen", NEO4J_PASSWORD=wrong)

    assert "does not accept the password of the user «ingen»" in sentence
    assert wrong not in sentence


def test_a_wrong_password_too_many_times(connection, server):
    """The user is one of the test's own: it locks out nobody else."""
    ask(connection, "CREATE USER glemsk SET PASSWORD 'riktig-passord' CHANGE NOT REQUIRED")
    given = {**server.environment, "NEO4J_USERNAME": "glemsk", "NEO4J_PASSWORD": "feil-passord"}
    try:
        for _attempt in range(3):
            with pytest.raises(StoreError), connected(settings_from(None, given)):
                pass
        sentence = fault(server, NEO4J_USERNAME="glemsk", NEO4J_PASSWORD="riktig-passord")
    finally:
        ask(connection, "DROP USER glemsk")

    assert "has been given a wrong password several times" in sentence
    assert "riktig" not in sentence


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_database_that_is_not_there(server, scheme):
    uri = f"{scheme}://{server.address}"

    assert "no database «andre»" in fault(server, NEO4J_URI=uri, NEO4J_DATABASE="andre")


def test_a_server_that_is_too_old(server):
    def older(data):
        return re.sub(rb"(?<=Neo4j/)\d+", lambda found: b"4".rjust(len(found[0]), b"0"), data)

    with between(server.address, from_server=older) as address:
        assert "is too old: Neo4j 5 or newer" in fault(server, NEO4J_URI=f"bolt://{address}")


def test_nodes_of_others_that_have_our_labels_and_keys(connection, server):
    unit = read_model(STORD).all(Unit)[0]
    ask(connection, "CREATE (:Unit {key: $key})", key=f"4614/{unit.id}")

    assert "holds other data with the same labels and keys" in fault(server)


def test_nodes_of_others_that_no_constraint_allows(connection, server):
    ask(connection, "DROP CONSTRAINT plan_key")
    ask(connection, "CREATE (:Plan {key: 'a'}), (:Plan {key: 'a'})")
    try:
        sentence = fault(server)
    finally:
        ask(connection, "MATCH (n) DETACH DELETE n")

    assert "holds other data with the same labels and keys" in sentence


def test_the_password_is_in_no_log(server, caplog):
    given = server.environment
    with caplog.at_level(logging.DEBUG), connected(settings_from(None, given)) as connection:
        loading.load(connection.driver, connection.database, read_model(STORD))
    with (
        caplog.at_level(logging.DEBUG),
        pytest.raises(StoreError),
        connected(settings_from(None, {**given, "NEO4J_USERNAME": "ingen"})),
    ):
        pass

    assert "LOGON" in caplog.text
    assert server.password not in caplog.text


# The server is lost during a load


@pytest.mark.parametrize("which", [3, 8, 13])
def test_a_connection_that_is_lost_before_the_answer_to_a_commit(connection, server, which):
    """Whether the step is done is unknown to the client; here it is."""
    model = read_model(STORD)
    loading.load(connection.driver, connection.database, model)
    whole = contents(connection)
    ask(connection, "MATCH (n) DETACH DELETE n")
    commits = []

    def counted(data):
        commits.extend([COMMIT] * data.count(COMMIT))
        return data

    def lost(data):
        return None if len(commits) == which else data

    with between(server.address, counted, lost) as address:
        sentence = fault(server, NEO4J_URI=f"bolt://{address}")
    again = run("neo4j", "load", STORD, **server.environment)

    assert len(commits) == which
    assert "may or may not be done: run it again" in sentence
    assert again.returncode == 0, again.stderr
    assert contents(connection) == whole


def test_a_server_that_is_killed_restarted_and_can_only_be_read(connection, server, tmp_path):
    if server.process is None:
        pytest.skip("NEO4J_URI names a server, and this test kills one")
    loading.load(connection.driver, connection.database, read_model(EXAMPLE))
    whole = contents(connection)
    own = servers.start(tmp_path)
    try:
        with loading_program(own) as program:
            wait_until_half_loaded(own)
            own.kill()
            _out, sentence = program.communicate(timeout=IN_TIME)
        assert program.returncode == 2
        assert re.search("nothing answers|was lost", one_sentence(sentence, own))

        own = servers.launch(tmp_path, None, own.password)
        for sentence in refusals(own):
            assert re.search("nothing answers|not running yet|was lost|not as Neo4j does", sentence)
        with connected(settings_from(None, own.environment)) as half:
            assert ask(half, "MATCH (n:Unit) RETURN count(n) > 0") == [(True,)]
            assert contents(half) != whole
            assert run("neo4j", "load", EXAMPLE, **own.environment).returncode == 0
            assert contents(half) == whole
        own.stop()

        web = f"127.0.0.1:{servers.free_port()}"
        settings = {
            "server.databases.read_only": "neo4j",
            "server.http.enabled": "true",
            "server.http.listen_address": web,
        }
        own = servers.start(tmp_path, settings, own.password)
        assert run("neo4j", "status", **own.environment).returncode == 0
        assert "can only be read" in fault(own)
        for scheme in ("bolt", "neo4j"):
            assert "is the address of a web server" in fault(own, NEO4J_URI=f"{scheme}://{web}")
    finally:
        own.stop()


def wait_until_half_loaded(server):
    with server.driver() as driver:
        while not driver.execute_query("MATCH (n:Unit) RETURN n LIMIT 1").records:
            time.sleep(0.005)


def refusals(server):
    """Try to connect until a server that has just been started can be used; yield what is said."""
    while server.process.poll() is None:
        begun = time.monotonic()
        try:
            with connected(settings_from(None, server.environment)):
                return
        except StoreError as refused:
            assert time.monotonic() - begun < IN_TIME
            yield str(refused)
            time.sleep(0.1)
    pytest.fail((server.home / "log.txt").read_text(errors="replace")[-800:])
