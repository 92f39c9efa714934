"""compose.yaml starts a Neo4j that only this machine reaches, with a password that somebody chose."""

import re
from pathlib import Path

import pytest
import yaml

FILE = Path(__file__).parents[2] / "compose.yaml"
TEXT = FILE.read_text(encoding="utf-8")
SIZES = {"m": 1, "g": 1024}


@pytest.fixture(scope="module")
def service():
    (only,) = yaml.safe_load(TEXT)["services"].values()
    return only


def megabytes(size):
    number, unit = re.fullmatch(r"(\d+)([mg])", size).groups()
    return int(number) * SIZES[unit]


def test_ports_are_open_on_loopback_only(service):
    assert service["ports"] == ["127.0.0.1:7687:7687", "127.0.0.1:7474:7474"]


def test_the_password_comes_from_the_environment_and_has_no_default(service):
    assert re.fullmatch(r"neo4j/\$\{NEO4J_PASSWORD:\?[^}]+\}", service["environment"]["NEO4J_AUTH"])
    assert len(re.findall(r"(?<!\$)\$\{", TEXT)) == 1
    # The image makes a setting of every other variable that begins with NEO4J_, and refuses these.
    assert not {"NEO4J_PASSWORD", "NEO4J_USERNAME", "NEO4J_URI"} & set(service["environment"])


def test_the_image_is_the_community_edition_of_a_named_release(service):
    assert re.fullmatch(r"neo4j:5\.26(\.\d+)?-community", service["image"])


def test_nothing_is_reported_to_others(service):
    assert service["environment"]["NEO4J_dbms_usage__report_enabled"] == "false"
    assert service["environment"]["NEO4J_client_allow__telemetry"] == "false"


def test_memory_is_limited_and_what_neo4j_takes_fits(service):
    settings = service["environment"]
    heap = megabytes(settings["NEO4J_server_memory_heap_max__size"])
    page_cache = megabytes(settings["NEO4J_server_memory_pagecache_size"])

    assert settings["NEO4J_server_memory_heap_initial__size"] == f"{heap // 1024}g"
    assert heap + page_cache + 512 <= megabytes(service["mem_limit"])


def test_the_database_is_kept_in_a_named_volume(service):
    named = yaml.safe_load(TEXT)["volumes"]

    assert "data:/data" in service["volumes"]
    assert all(volume.partition(":")[0] in named for volume in service["volumes"])


def test_the_health_check_puts_the_password_in_no_list_of_processes(service):
    kind, command = service["healthcheck"]["test"]

    assert kind == "CMD-SHELL"
    assert 'NEO4J_PASSWORD="$${NEO4J_AUTH#neo4j/}" cypher-shell' in command
    assert not re.search(r"cypher-shell.*(-p|--password)\b", command)
