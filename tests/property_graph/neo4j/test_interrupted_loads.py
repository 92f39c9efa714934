"""Loads that are killed, and loads at the same time."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from samordning_graph.property_graph.constraints import statements
from samordning_graph.property_graph.neo4j import load as loading
from samordning_graph.property_graph.neo4j import load_queries
from samordning_graph.property_graph.neo4j.connection import connected
from samordning_graph.property_graph.neo4j.settings import StoreError, settings_from
from samordning_graph.schema.tables import Unit
from tests.helpers.neo4j_fixtures import on_both_versions
from tests.helpers.tiny import tiny_model
from tests.property_graph.contents import ask, contents, data_set
from tests.property_graph.neo4j.loading import load, with_bank, without

pytestmark = pytest.mark.neo4j

SEED = int(os.environ.get("SAMORDNING_SEED", "1"))
ROOT = Path(__file__).parents[3]
UNITS = "name;sector\nBolig;bolig\nRus;helse\nSkole;oppvekst\nNav;annet\n"


KILL_POINTS = 20
KILLED = """
import os, random, signal, sys, threading
from samordning_graph import read_model
from samordning_graph.property_graph.neo4j import load as loading
from samordning_graph.property_graph.neo4j.connection import connected
from samordning_graph.property_graph.neo4j.settings import settings_from

loading.BATCH_ROWS = 15
real, count = loading._Loader._query, 0

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def counted(self, query, **parameters):
    global count
    count += 1
    if count == last and when == "before":
        die()
    if count == last and when == "during":
        threading.Timer(random.uniform(0, 0.01), die).start()
    result = real(self, query, **parameters)
    if count == last:
        die()
    return result

loading._Loader._query = counted
model = read_model("data/eksempel")
for point in sys.stdin:
    # A process of its own for each point; what is imported and read is shared.
    child = os.fork()
    if child:
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
        continue
    last, when = int(point.split()[0]), point.split()[1]
    with connected(settings_from(None)) as connection:
        loading.load(connection.driver, connection.database, model, allow_removal=True)
    os._exit(0)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_load_that_is_killed_anywhere_is_made_right_by_the_next(connection, server, monkeypatch):
    model, small = data_set("eksempel"), tiny_model(units=UNITS)
    load(connection, small)
    before, statements = contents(connection), _statements_of(connection, model, monkeypatch)
    whole = contents(connection)
    half_done = 0

    with _killed_client(server) as kill_at:
        for step, when in _kill_points(statements):
            ask(connection, "MATCH (n) DETACH DELETE n")
            load(connection, small)
            assert kill_at(step, when) == -signal.SIGKILL, (step, when)
            half_done += contents(connection) not in (before, whole)

            load(connection, model, allow_removal=True)

            assert contents(connection) == whole, (step, when)
    assert half_done > KILL_POINTS / 2


def _statements_of(connection, model, monkeypatch):
    """Load, and return the statements that it took."""
    sent = []
    real = loading._Loader._query
    with monkeypatch.context() as watched:
        watched.setattr(loading, "BATCH_ROWS", 15)
        watched.setattr(
            loading._Loader,
            "_query",
            lambda self, query, **parameters: sent.append(query) or real(self, query, **parameters),
        )
        load(connection, model, allow_removal=True)
    return sent


def _kill_points(statements):
    """Before the first statement, at each that removes, before the last, and others at random."""
    removals = {
        *load_queries.REMOVE_NODES.values(),
        load_queries.REMOVE_TIES,
        load_queries.REMOVE_UNKNOWN_SHARED,
    }
    removing = [step for step, query in enumerate(statements, 1) if query in removals]
    assert removing
    remaining = set(range(2, len(statements))) - set(removing)
    chance = random.Random(SEED)
    steps = chance.sample(sorted(remaining), KILL_POINTS - 2 - len(removing)) + removing
    moments = [(step, chance.choice(["before", "during", "after"])) for step in sorted(steps)]
    return [(1, "before"), *moments, (len(statements), "before")]


@contextlib.contextmanager
def _killed_client(server):
    """Give what starts a load in a process of its own, kills it, and returns its exit code."""
    client = subprocess.Popen(
        [sys.executable, "-c", KILLED],
        env={**os.environ, **server.environment, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def kill_at(step, when):
        client.stdin.write(f"{step} {when}\n")
        client.stdin.flush()
        return int(client.stdout.readline())

    with client:
        yield kill_at
        client.stdin.close()


def test_two_loads_at_once_end_in_the_same_graph(connection, server, monkeypatch):
    monkeypatch.setattr(loading, "BATCH_ROWS", 10)
    model = data_set("eksempel")
    load(connection, model)
    whole = contents(connection)

    for turn in range(6):
        ask(connection, "MATCH (n) DETACH DELETE n")
        ends = _at_once(server, [model, model], pause=turn * 0.05)

        refused = [end for end in ends if isinstance(end, StoreError)]
        assert len(refused) <= 1, ends
        assert all("0000" in str(error) for error in refused)
        assert contents(connection) == whole


def test_two_loads_of_different_files_at_once_end_in_the_later_one(connection, server, monkeypatch):
    monkeypatch.setattr(loading, "BATCH_ROWS", 10)
    model = data_set("eksempel")
    changed = without(model, Unit)
    changed = replace(changed, rows={**changed.rows, Unit: tuple(reversed(changed.all(Unit)))})
    renamed = replace(
        changed, rows={**changed.rows, Unit: tuple(replace(u, name="X") for u in changed.all(Unit))}
    )
    wanted = []
    for version in (model, renamed):
        ask(connection, "MATCH (n) DETACH DELETE n")
        load(connection, version)
        wanted.append(contents(connection))

    for _turn in range(4):
        _at_once(server, [model, renamed])
        assert contents(connection) in wanted


def test_municipalities_that_share_actors_can_be_loaded_at_once(connection, server):
    models = [with_bank(number, name="Husbanken") for number in ("0301", "1103", "4601")]

    ends = _at_once(server, models)

    assert [end for end in ends if isinstance(end, Exception)] == []
    assert ask(connection, "MATCH ({key: 'no/husbanken'})<-[k:KNOWS]-() RETURN count(k)") == [(3,)]


def _at_once(server, models, pause=0.0):
    ready = threading.Barrier(len(models))
    ends = [None] * len(models)

    def load_and_note(which):
        with connected(settings_from(None, server.environment)) as own:
            ready.wait()
            threading.Event().wait(pause * which)
            try:
                ends[which] = load(own, models[which], allow_removal=True)
            except StoreError as error:
                ends[which] = error

    threads = [
        threading.Thread(target=load_and_note, args=(which,)) for which in range(len(models))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert None not in ends
    return ends


@on_both_versions
def test_two_that_make_the_constraints_at_once_both_do(connection, server):
    for name, *_rest in ask(connection, "SHOW CONSTRAINTS YIELD name"):
        ask(connection, f"DROP CONSTRAINT {name}")
    for (name,) in ask(
        connection, "SHOW INDEXES YIELD name, type WHERE type = 'RANGE' RETURN name"
    ):
        ask(connection, f"DROP INDEX {name}")

    ends = _at_once(server, [with_bank(number, name="Husbanken") for number in ("0301", "1103")])

    assert [end for end in ends if isinstance(end, Exception)] == []
    assert len(ask(connection, "SHOW INDEXES YIELD type WHERE type = 'RANGE' RETURN type")) == len(
        statements()
    )


def test_a_refused_load_leaves_no_sign_of_a_load_that_goes_on(connection):
    load(connection, tiny_model(units=UNITS))

    with pytest.raises(StoreError):
        load(connection, tiny_model(units="name;sector\nBarnehage;oppvekst"))

    assert ask(connection, "MATCH (m:Municipality) RETURN m.loading") == [(None,)]
