"""The duty register: the built-in one is whole, and a register of one's own is read or refused."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.schema.duty import Duty, Requires, Selector, Tier
from samordning_graph.schema.duty_register import RegisterError, built_in_duties, read_duties

WHOLE = """\
- id: egen-plikt
  law: en lov
  section: § 1
  clause_nb: To skal snakke sammen.
  tier: conditional
  force: skal
  target_groups: [Flyktninger]
  a: [{kind: unit, sector: [Bolig]}]
  b: [{kind: external, actor_type: [fengsel], serves: yes}]
  verified: no
  note_nb: Ikke lest.
"""


def register(tmp_path, text: str):
    path = tmp_path / "plikter.yaml"
    path.write_text(text, encoding="utf-8")
    return read_duties(path)


def problems(tmp_path, text: str) -> list[tuple[str, int, str]]:
    with pytest.raises(RegisterError) as refused:
        register(tmp_path, text)
    return [
        (problem.kind.code, problem.place.row, problem.place.column)
        for problem in refused.value.problems
    ]


@pytest.mark.parametrize("duty", built_in_duties(), ids=lambda duty: duty.id)
def test_every_duty_says_what_it_asks_for_in_both_languages_and_where_it_was_read(duty: Duty):
    for language in ("nb", "en"):
        with in_language(language):
            assert duty.clause.endswith(".")
            assert bool(duty.why) is not duty.is_looked_for
            assert duty.note or duty.verified
            assert duty.subject
    assert duty.source
    assert bool(duty.checked) is duty.verified


@pytest.mark.parametrize("duty", built_in_duties(), ids=lambda duty: duty.id)
def test_what_is_not_verified_says_so_wherever_the_citation_is_shown(duty: Duty):
    with in_language("en"):
        assert ("not verified" in duty.marked_citation) is not duty.verified


def test_the_register_has_each_clause_of_section_5():
    ids = {duty.id for duty in built_in_duties()}

    assert {f"boligsosialloven-5-p{n}" for n in range(1, 9)} <= ids
    assert len(ids) == len(built_in_duties())


def test_only_duties_between_parties_are_required_or_conditional():
    for duty in built_in_duties():
        assert duty.is_looked_for is (duty.tier in (Tier.REQUIRED, Tier.CONDITIONAL)), duty.id


COPIES = ("9pdf", "docplayer", "lawinsider", "karnov", "rettsdata", "norgeslover.no")


def test_only_a_page_of_an_authority_makes_a_duty_verified():
    for duty in built_in_duties():
        assert not any(copy in duty.checked.lower() for copy in COPIES), duty.id


def test_parties_are_told_by_what_kind_of_service_they_are():
    for duty in built_in_duties():
        for selector in (*duty.a, *duty.b):
            assert not selector.sector, duty.id
        assert not duty.is_looked_for or duty.b != duty.a


@pytest.mark.parametrize(
    "duty_id",
    [
        "sosialtjenesteloven-13",
        "hol-3-4",
        "barnevernsloven-15-8",
        "integreringsloven",
        "krisesenterlova-4",
    ],
)
def test_where_the_law_says_other_services_any_municipal_or_public_one_is_meant(duty_id: str):
    (other_services,) = [duty.b for duty in built_in_duties() if duty.id == duty_id]

    assert other_services == (Selector(service=True), Selector(serves=True))


def test_one_agreement_is_one_duty():
    (agreement,) = [duty for duty in built_in_duties() if duty.id == "hol-6-1"]

    assert agreement.requires is Requires.AGREEMENT
    assert agreement.replaces == ("spesialisthelsetjenesteloven-2-1e",)
    assert agreement.b == (Selector(kind="external", actor_type=("helseforetak", "rhf")),)
    assert agreement.a == (Selector(municipality=True),)


def test_only_what_names_two_parties_holds_whatever_the_case():
    assert {duty.id for duty in built_in_duties() if duty.tier is Tier.REQUIRED} == {
        "hol-6-1",
        "nav-loven-13-14",
    }


def test_an_own_register_is_read_with_words_as_people_write_them(tmp_path):
    (duty,) = register(tmp_path, WHOLE)

    assert (duty.id, duty.tier, duty.force, duty.verified) == (
        "egen-plikt",
        Tier.CONDITIONAL,
        "skal",
        False,
    )
    assert duty.target_groups == ("flyktninger",)
    assert duty.a == (Selector(kind="unit", sector=("bolig",)),)
    assert duty.b == (Selector(kind="external", actor_type=("fengsel",), serves=True),)
    assert duty.citation == "en lov § 1"
    assert (duty.requires, duty.subject, duty.checked, duty.replaces) == (
        Requires.COOPERATION,
        "",
        "",
        (),
    )


def test_a_register_may_say_what_is_required_of_whom(tmp_path):
    (duty,) = register(
        tmp_path,
        WHOLE.replace("kind: unit, sector: [Bolig]", "service_type: [NAV-kontor]").replace(
            "  law: en lov",
            "  replaces: [gammel, eldre]\n  requires: agreement\n  subject_nb: kommunen\n"
            "  alone: yes\n  law: en lov",
        ),
    )

    assert (duty.requires, duty.alone, duty.replaces) == (
        Requires.AGREEMENT,
        True,
        ("gammel", "eldre"),
    )
    assert duty.subject == "kommunen"
    assert duty.a == (Selector(service_type=("nav-kontor",)),)


def test_a_task_has_one_side(tmp_path):
    (duty,) = register(
        tmp_path,
        WHOLE.replace("  b: [{kind: external, actor_type: [fengsel], serves: yes}]\n", "").replace(
            "  law: en lov", "  requires: task\n  law: en lov"
        ),
    )

    assert not duty.is_looked_for


def test_a_text_in_one_language_serves_both(tmp_path):
    (duty,) = register(tmp_path, WHOLE)

    with in_language("en"):
        assert duty.clause == "To skal snakke sammen."


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("tier: conditional", "tier: conditonal"), ("E11", 5, "tier")),
        (("force: skal", "force: må"), ("E11", 6, "force")),
        (("force: skal", "requires: avtale"), ("E11", 6, "requires")),
        (("sector: [Bolig]", "sector: [Boligg]"), ("E11", 8, "sector")),
        (("target_groups: [Flyktninger]", "target_groups: []"), ("E21", 1, "")),
        (("  law: en lov\n", ""), ("E10", 1, "law")),
        (("  clause_nb: To skal snakke sammen.\n", ""), ("E21", 1, "")),
        (("law: en lov", "lov: en lov\n  law: x"), ("E04", 2, "lov")),
        (("kind: unit", "slag: unit"), ("E04", 8, "slag")),
        (("  a: [{kind: unit, sector: [Bolig]}]\n", ""), ("E21", 1, "")),
        (("a: [{kind: unit, sector: [Bolig]}]", "a: bolig"), ("E21", 8, "")),
    ],
)
def test_a_mistake_is_told_with_its_line_and_key(tmp_path, change, expected):
    assert expected in problems(tmp_path, WHOLE.replace(*change))


def test_every_mistake_is_told_at_once(tmp_path):
    text = WHOLE.replace("force: skal", "force: må").replace("conditional", "conditonal")

    assert len(problems(tmp_path, text)) >= 2


def test_an_id_stands_once(tmp_path):
    assert ("E13", 12, "id") in problems(tmp_path, WHOLE + WHOLE)
    replaced = WHOLE.replace("id: egen-plikt", "id: ny\n  replaces: egen-plikt")
    assert ("E13", 12, "replaces") in problems(tmp_path, WHOLE + replaced)


@pytest.mark.parametrize("text", ["", "a: b", "- [x", "- bare tekst", "\t- x"])
def test_what_is_no_register_is_refused(tmp_path, text: str):
    assert problems(tmp_path, text)


def test_a_register_that_is_not_there_or_not_text_is_refused(tmp_path):
    with pytest.raises(RegisterError):
        read_duties(tmp_path / "borte.yaml")
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RegisterError):
        read_duties(tmp_path / "bytes.yaml")


def test_what_the_program_reads_is_the_register_as_people_read_it():
    from tools.built_in_duties import FILE, built_in_entries

    assert FILE.read_text(encoding="utf-8") == built_in_entries(), "run `make fresh`"
    assert read_duties(FILE.with_name("duties.yaml"))[-1].id == built_in_duties()[-1].id
