"""One answer for one gap: renew what lapsed, else the best seat, else agree on a meeting place."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.next_step import (
    MeetingPlace,
    Renewal,
    confidentiality,
    confidentiality_in_short,
    invitation,
    seat_of,
    step_between,
    step_sentence,
)
from tests.helpers.tiny import tiny

UNITS = "id;name;sector\nb;Bolig;bolig\nf;Fengselsteam;sosial"


def step(**tables: str) -> str:
    graph = tiny(units=UNITS, **tables)
    with in_language("en"):
        return step_sentence(graph, step_between(graph, "b", "f"))


def test_the_newest_lapsed_agreement_is_renewed_before_anything_else():
    sentence = step(
        arenas="name\nForum",
        participation="actor;arena;role\nb;Forum;leder\nf;Forum;observatør",
        links="from;to;agreement;valid_to\nb;f;Gammel;2019-12-31\nb;f;Ny;2025-12-31",
    )
    assert "«Ny»" in sentence
    assert "2025-12-31" in sentence
    assert "renewed" in sentence


def test_an_agreement_between_two_who_have_no_contact_is_not_renewed():
    tables = {
        "arenas": "name\nForum",
        "participation": "actor;arena\nb;Forum",
    }
    links = "from;to;strength;agreement;valid_to;reported_by\nb;f;;Ny;2025-12-31;\n"

    assert "Forum" in step(**tables, links=f"{links}f;b;ingen kontakt;;;én part")
    assert "Forum" in step(**tables, links=f"{links}f;b;ingen kontakt;;;tredjepart")
    assert "«Ny»" in step(**tables, links=f"{links}f;b;kjennskap;;;én part")


def test_whoever_is_on_call_becomes_a_member_before_an_invitation_elsewhere():
    sentence = step(
        arenas="name\nForum\nMøte",
        participation="actor;arena;role\nb;Forum;leder\nf;Forum;ved behov\nb;Møte;",
    )
    assert sentence == (
        "Fengselsteam can become a member of «Forum», where it is «on call» now, and meets Bolig there."
    )


def test_an_information_arena_or_an_acquaintance_leaves_the_invitation():
    sentence = step(
        arenas="name;kind\nFagdagen;informasjon\nForum;",
        participation="actor;arena\nb;Fagdagen\nf;Fagdagen\nb;Forum",
        links="from;to;strength\nb;f;kjennskap",
    )
    assert sentence == "Fengselsteam can be invited to «Forum», where Bolig already takes part."


def test_without_a_seat_they_can_agree_on_a_meeting_place():
    assert step() == (
        "Bolig and Fengselsteam can agree on a meeting place, and on who calls the meetings."
    )


def _one_sits_in(role: str = "", **tables: str) -> Graph:
    return tiny(
        units=UNITS,
        arenas="name\nForum",
        participation=f"actor;arena;role\nb;Forum;\n{f'f;Forum;{role}' if role else ''}",
        **tables,
    )


def test_only_a_seat_is_a_seat():
    lapsed = _one_sits_in(links="from;to;agreement;valid_to\nb;f;Ny;2025-12-31")
    nowhere = tiny(units=UNITS)

    assert isinstance(step_between(lapsed, "b", "f"), Renewal)
    assert step_between(nowhere, "f", "b") == MeetingPlace("b", "f")
    assert seat_of(step_between(lapsed, "b", "f")) is seat_of(None) is None
    assert seat_of(step_between(_one_sits_in(), "b", "f")) == ("f", "forum", "b", None)
    assert seat_of(step_between(_one_sits_in("observatør"), "b", "f")).role == "observer"


def test_several_hosts_are_named():
    graph = tiny(
        units=f"{UNITS}\nh;Helse;helse",
        arenas="name\nForum",
        participation="actor;arena\nb;Forum\nh;Forum",
    )
    seat = seat_of(step_between(graph, "b", "f"))

    with in_language("en"):
        assert invitation(graph, seat, ("b", "h")).endswith(
            "where Bolig and Helse already take part."
        )


@pytest.mark.parametrize(
    ("role", "sentence"),
    [
        (
            "ved behov",
            "Barnevern can become a member of «Forum», where it is «on call» now, and meets"
            " Krisesenter (under Etat) there.",
        ),
        (
            "",
            "Barnevern can be invited to «Forum», where Krisesenter (under Etat) already takes part.",
        ),
    ],
)
def test_whoever_takes_part_is_named_and_not_the_unit_above_it(role: str, sentence: str):
    graph = tiny(
        units="id;name;sector;part_of\ne;Etat;sosial;\nk;Krisesenter;sosial;e\nv;Barnevern;oppvekst;",
        arenas="name\nForum",
        participation=f"actor;arena;role\nk;Forum;leder\n{f'v;Forum;{role}' if role else ''}",
    )
    step = step_between(graph, "e", "v")

    with in_language("en"):
        assert step_sentence(graph, step) == sentence
        assert "where Krisesenter" in invitation(graph, seat_of(step), ("e", "k")) or role
        assert "under" not in invitation(graph, seat_of(step), ("e", "k"))


def test_what_is_said_of_confidentiality_in_norwegian():
    with in_language("nb"):
        assert confidentiality() == (
            "Forslaget gjelder samarbeid på systemnivå: roller, rutiner, behov og kapasitet, uten"
            " opplysninger om enkeltpersoner. Skal arenaen drøfte enkeltsaker, må dere først avklare"
            " grunnlaget for å dele: samtykke, anonymisering eller hjemmel i lov, for hver tjeneste"
            " og hver opplysning. Helse, barnevern, NAV, krisesenter og familievern har strengere"
            " regler enn resten av kommunen. At alle rundt bordet har taushetsplikt, er ikke"
            " grunnlag nok."
        )
        assert len(confidentiality_in_short().split()) < len(confidentiality().split()) / 2
