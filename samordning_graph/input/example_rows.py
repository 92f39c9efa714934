"""What the template holds besides data: guide, word lists and example rows, which readers skip.

A row is an example only as long as no cell of it has been changed; then it counts as data. There
are two rows for each table that a beginner fills in.
"""

from collections.abc import Mapping, Sequence

GUIDE_SHEETS = {"nb": "Veiledning", "en": "Guide"}
"""The name of the guide sheet, by language."""
WORDS_SHEET = "_Ordlister"
"""The hidden sheet that the drop-downs take their words from."""
STATEMENTS_SHEET = "_Påstander"
"""The sheet with the statement of each self-assessment factor."""

_REMARK = "EKSEMPEL – overskriv eller slett"

EXAMPLE_ROWS: Mapping[str, Sequence[Mapping[str, str]]] = {
    "units": (
        {
            "name": "Boligkontoret (eksempel)",
            "sector": "bolig",
            "tasks": "skaffe; beholde",
            "target_groups": "bostedsløse",
            "surveyed": "ja",
            "comment": _REMARK,
        },
        {
            "name": "Rustjenesten (eksempel)",
            "sector": "helse",
            "tasks": "beholde",
            "surveyed": "nei",
            "comment": _REMARK,
        },
    ),
    "external_actors": (
        {"name": "Husbanken (eksempel)", "actor_type": "Husbanken", "comment": _REMARK},
        {"name": "Fengselet (eksempel)", "actor_type": "fengsel", "comment": _REMARK},
    ),
    "arenas": (
        {
            "name": "Tildelingsmøtet (eksempel)",
            "level": "operativ",
            "kind": "beslutning",
            "meetings_per_year": "12",
            "participants_complete": "ja",
            "comment": _REMARK,
        },
        {
            "name": "Boligsosialt forum (eksempel)",
            "level": "strategisk",
            "kind": "informasjon",
            "meetings_per_year": "2",
            "comment": _REMARK,
        },
    ),
    "participation": (
        {
            "actor": "Boligkontoret (eksempel)",
            "arena": "Tildelingsmøtet (eksempel)",
            "role": "leder",
            "comment": _REMARK,
        },
        {
            "actor": "Rustjenesten (eksempel)",
            "arena": "Tildelingsmøtet (eksempel)",
            "role": "ved behov",
            "comment": _REMARK,
        },
    ),
    "links": (
        {
            "from": "Boligkontoret (eksempel)",
            "to": "Rustjenesten (eksempel)",
            "strength": "samarbeid",
            "comment": _REMARK,
        },
        {
            "from": "Boligkontoret (eksempel)",
            "to": "Fengselet (eksempel)",
            "agreement": "Avtale om bosetting ved løslatelse",
            "valid_to": "løpende",
            "comment": _REMARK,
        },
    ),
    "goals": (
        {"name": "Ingen skal være bostedsløse (eksempel)", "comment": _REMARK},
        {"name": "Færre utkastelser (eksempel)", "comment": _REMARK},
    ),
    "goal_owners": (
        {
            "actor": "Boligkontoret (eksempel)",
            "goal": "Færre utkastelser (eksempel)",
            "role": "eier",
            "comment": _REMARK,
        },
        {
            "actor": "Rustjenesten (eksempel)",
            "goal": "Færre utkastelser (eksempel)",
            "role": "bidragsyter",
            "comment": _REMARK,
        },
    ),
}
