"""The words of the law and of the field that a report uses, each with its page."""

from typing import NamedTuple

from samordning_graph.common.locale import mark


class Term(NamedTuple):
    """A word, the other ways in which people ask about it, and its page: paragraphs of English."""

    id: str
    name: str
    also: tuple[str, ...]
    page: tuple[str, ...]
    source: str


COORDINATION = Term(
    "samordning",
    mark("Coordination"),
    ("coordination", "samordne", "koordinering"),
    (
        mark(
            "The municipality's own task: that its services hang together for those who need them, and"
            " that it is clear who does what. Boligsosialloven § 5 asks for it and leaves the form to"
            " the municipality; the ministry chose not to say more about how."
        ),
        mark(
            "Three ways to define it: (1) that those who take part in a plan or an activity work"
            " together in an orderly way; (2) what binds the efforts of each towards a common goal;"
            " (3) how units that depend on each other, because the work is divided between them, deal"
            " with that. This program looks mostly through the third: two have a ground to"
            " coordinate when they share a goal or a target group, or refer users to each other."
        ),
        mark(
            "It has two halves. Structure (goals, arenas, mandates, agreements, plans) shows in the"
            " data. Culture (trust, shared concepts, the will to ask) does not: it must be asked"
            " about. The two carry each other."
        ),
        mark(
            "As a strength in Samarbeid, coordination is stronger than cooperation: the two adjust"
            " their tasks to each other. The order of the strengths is our own definition."
        ),
    ),
    mark(
        "Prop. 132 L (2021–2022) ch. 10.3 (the form is left to the municipality); Helsedirektoratet,"
        " «Samarbeid om tjenester til barn, unge og deres familier». The three definitions, and the"
        " lists below: the slides «Boligsosialloven § 5», reproduced there by permission of Anne"
        " Cathrine Holth, in our words."
    ),
)
COOPERATION = Term(
    "samarbeid",
    mark("Cooperation"),
    ("cooperation", "samarbeide", "samhandling"),
    (
        mark(
            "Something that two or more parties do together. Boligsosialloven § 5 asks the"
            " municipality for cooperation across its sectors, and with other public actors who"
            " can contribute. Voluntary organisations and private actors are not named, but are often"
            " suitable partners."
        ),
        mark(
            "In the data two cooperate when they work together at least as strongly as «cooperation»,"
            " or have an agreement in force. To know of each other is no cooperation; to sit in the"
            " same working arena is to meet, and counts as well."
        ),
        mark(
            "The law does not always tell cooperation from «samhandling», and this program uses only"
            " the one word. Coordination is more: see «samordning»."
        ),
    ),
    mark("Prop. 132 L (2021–2022) ch. 10.1. What counts as cooperation: own definition."),
)
TAKING_PART = Term(
    "medvirke",
    mark("Taking part"),
    ("medvirkning", "medvirke", "brukermedvirkning", "take part"),
    (
        mark(
            "Sosialtjenesteloven § 15: the municipal part of the NAV office shall take part in the"
            " municipality's social-housing work. To take part is not to answer for all of it, and it"
            " does not say with whom: the report looks for a contact between the NAV office and those"
            " who have the work."
        ),
        mark(
            "User participation is something else: that those concerned are heard. For an arena the"
            " data can say whether users are represented; whether they are listened to, only they can"
            " say."
        ),
    ),
    mark("Sosialtjenesteloven § 15; Prop. 132 L (2021–2022) ch. 18."),
)
SUITABLE = Term(
    "egnet",
    mark("Suitable"),
    ("suitable", "egnet bolig"),
    (
        mark(
            "The law uses the word twice. A suitable dwelling (§ 1) is for the household and its needs,"
            " and is judged case by case: this program knows nothing of dwellings. Goals and strategies"
            " (§ 5) shall be suitable to meet the challenges of the municipality, with the overview of"
            " the need as the starting point."
        ),
        mark(
            "The data can show whether each challenge is met by a goal or strategy, and whether each"
            " goal meets a challenge (P8). Whether a goal is good enough, people must judge."
        ),
    ),
    mark("Boligsosialloven §§ 1 and 5; Prop. 132 L (2021–2022) ch. 10.1."),
)
SYSTEM_LEVEL = Term(
    "system",
    mark("System level"),
    ("systemnivå", "system level"),
    (
        mark(
            "Cooperation about how the work is done: roles, routines, needs and capacity. It needs no"
            " information about single persons. Boligsosialloven § 5 is about this level, and so is"
            " this program."
        ),
        mark(
            "In Arenaer, «Gjelder» says whether an arena is for the system, for single cases, or both."
        ),
    ),
    mark("Prop. 100 L (2020–2021) ch. 5; Helsedirektoratet, as under «samordning»."),
)
SINGLE_CASE = Term(
    "enkeltsak",
    mark("Single case"),
    ("enkeltsaker", "single case", "individnivå", "taushetsplikt", "confidentiality"),
    (
        mark(
            "Cooperation about one person or family. Whoever decides who gets a dwelling works with"
            " single cases."
        ),
        mark(
            "A duty to cooperate gives no right to share information. An arena that is to discuss"
            " single cases must first settle on what ground: consent, no names, or the law, for each"
            " service and each piece of information. Health services, child welfare, NAV, crisis"
            " shelters and family counselling have stricter rules than the rest of the municipality,"
            " and that everybody at the table is bound by confidentiality is not enough."
        ),
        mark("This program holds no cases and no persons."),
    ),
    mark(
        "Forvaltningsloven on confidentiality; NAV-loven § 7; sosialtjenesteloven § 44; helse- og"
        " omsorgstjenesteloven § 12-1; krisesenterlova § 5; barnevernsloven § 13-1;"
        " Helsedirektoratet, as under «samordning»."
    ),
)

TERMS = (COORDINATION, COOPERATION, TAKING_PART, SUITABLE, SYSTEM_LEVEL, SINGLE_CASE)


def find_term(text: str) -> Term | None:
    """Return the term that somebody asks about, by any of its names."""
    asked = text.strip().lower()
    return next((term for term in TERMS if asked in (term.id, *term.also)), None)
