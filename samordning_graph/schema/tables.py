"""The one declaration of tables, labels, ties and properties.

A row class is a table; one with a `label` is also a node. Each field made by `column` is a
column: its Norwegian header, what it takes, what it means, and the tie that it makes if it is a
reference. Readers, validation, the template, the graph and the data dictionary come from here.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import Field, dataclass, field, fields
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple

from samordning_graph.common.locale import is_year_alone
from samordning_graph.common.text import says_none
from samordning_graph.schema.source_location import SourceLocation


class Takes(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    ID = "id"
    WORD = "word"
    YES_NO = "yes or no"
    NUMBER = "number"
    INTEGER = "whole number"
    DATE = "date"
    LAST_DAY = "last day"
    SURVEY_ANSWER = "date, or yes or no"
    MUNICIPALITY_NUMBER = "municipality number"
    ORGANISATION_NUMBER = "organisation number"
    REFERENCE = "reference"


class Tie(StrEnum):
    """The types of ties between nodes."""

    PART_OF = "PART_OF"
    PARTICIPATES_IN = "PARTICIPATES_IN"
    COLLABORATES_WITH = "COLLABORATES_WITH"
    HAS_AGREEMENT_WITH = "HAS_AGREEMENT_WITH"
    REFERS_TO = "REFERS_TO"
    SERVES = "SERVES"
    OWNS = "OWNS"
    CONTRIBUTES_TO = "CONTRIBUTES_TO"
    FOLLOWS_UP = "FOLLOWS_UP"
    IDENTIFIED_IN = "IDENTIFIED_IN"
    ANSWERS = "ANSWERS"
    ANCHORED_IN = "ANCHORED_IN"
    REALISES = "REALISES"
    INFORMS = "INFORMS"
    BUILDS_ON = "BUILDS_ON"
    REQUIRED_WITH = "REQUIRED_WITH"

    __hash__ = str.__hash__  # an enumeration's own is Python, and every tie of a graph is looked up


class Column(NamedTuple):
    """One column of a table.

    `words` names the word list of the cells, `suggests` a list that a text may be taken from.
    `refers_to` has the labels that a reference may have, `tie` the tie that it makes from the row's
    own node. The cells of a column with `many` values separate them by `;`. One `of_roles` names roles
    in words of its own, and never persons.
    """

    name: str
    nb: str
    takes: Takes
    meaning: str
    required: bool = False
    many: bool = False
    words: str = ""
    suggests: str = ""
    refers_to: tuple[str, ...] = ()
    tie: Tie | None = None
    of_roles: bool = False


def column(
    nb: str,
    takes: Takes,
    meaning: str,
    *,
    required: bool = False,
    many: bool = False,
    words: str = "",
    suggests: str = "",
    refers_to: tuple[str, ...] = (),
    tie: Tie | None = None,
    of_roles: bool = False,
) -> Any:  # noqa: ANN401 - like dataclasses.field: the annotation beside it is the type
    """Declare a column as a dataclass field; empty is None, or () for many values."""
    declared = {
        "nb": nb,
        "takes": takes,
        "meaning": meaning,
        "required": required,
        "many": many,
        "words": words,
        "suggests": suggests,
        "refers_to": refers_to,
        "tie": tie,
        "of_roles": of_roles,
    }
    if required or takes is Takes.ID:  # an id that is not written is made from the name
        return field(metadata=declared)
    return field(default=() if many else None, metadata=declared)


ACTOR_LABELS = ("Unit", "ExternalActor")
HOLDABLE_LABELS = ("Goal", "Strategy", "Measure")
_ID_MEANING = "Short name in a–z, 0–9 and hyphen, unique here. Made from the name if empty."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Row:
    """What every row of every table has; `place` is where it was read.

    A row is equal to itself alone: two rows of a file are never one, whatever they say.
    A table that is `needed` may be absent when the one that it names in `instead` is there.
    `former_sheets` are the names that its sheet had in earlier versions.
    """

    table: ClassVar[str]
    sheet: ClassVar[str]
    former_sheets: ClassVar[tuple[str, ...]] = ()
    label: ClassVar[str] = ""
    label_nb: ClassVar[str] = ""
    label_en: ClassVar[str] = ""
    meaning: ClassVar[str]
    needed: ClassVar[bool] = False
    instead: ClassVar[str] = ""

    place: SourceLocation
    source: str | None = column("Kilde", Takes.TEXT, "Where the row is known from.")
    source_date: dt.date | None = column("Kildedato", Takes.DATE, "When it was known.")
    comment: str | None = column(
        "Merknad",
        Takes.TEXT,
        "A remark. Reports show it with what rests on the row; no rule uses it.",
    )

    def __repr__(self) -> str:
        """Return what is filled in, without where it was read."""
        filled = {declared.name: getattr(self, declared.name) for declared in columns(type(self))}
        cells = (f"{name}={value!r}" for name, value in filled.items() if value not in (None, ()))
        return f"{type(self).__name__}({', '.join(cells)})"


@dataclass(frozen=True, slots=True, kw_only=True, init=False, eq=False, repr=False)
class Node(Row):
    """A row that is a node of the graph."""

    id: str = column("Id", Takes.ID, _ID_MEANING)
    name: str = column("Navn", Takes.TEXT, "What people call it.", required=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Municipality(Row):
    """The municipality itself; its number is its id."""

    table = "municipality"
    sheet = "Kommune"
    label = "Municipality"
    label_nb = "kommune"
    label_en = "municipality"
    meaning = "The municipality that the workbook is about (one row)."

    number: str = column(
        "Kommunenummer", Takes.MUNICIPALITY_NUMBER, "Four digits, as text.", required=True
    )
    name: str | None = column("Navn", Takes.TEXT, "Name of the municipality.")
    has_overview: bool | None = column(
        "Har oversikt",
        Takes.YES_NO,
        "Whether the municipality has an overview of housing needs. Empty = nobody has said.",
    )
    all_plans_listed: bool | None = column(
        "Alle planer er ført",
        Takes.YES_NO,
        "Whether Planer holds every plan that matters here. Empty = nobody has said.",
    )
    all_goals_listed: bool | None = column(
        "Alle mål er ført",
        Takes.YES_NO,
        "Whether Mål and Strategier hold every goal and strategy. Empty = nobody has said.",
    )
    county: str | None = column("Fylke", Takes.TEXT, "County.")
    year: int | None = column("År", Takes.INTEGER, "The year that the data describe.")
    population: int | None = column("Innbyggere", Takes.INTEGER, "Number of inhabitants.")


@dataclass(frozen=True, slots=True, kw_only=True, init=False, eq=False, repr=False)
class Actor(Node):
    """A unit or an external actor: whoever can coordinate."""

    sector: str
    service_type: tuple[str, ...] = column(
        "Tjenestetype",
        Takes.WORD,
        "What kind of service it is. The laws on cooperation are about kinds of services.",
        many=True,
        words="service_type",
    )
    tasks: tuple[str, ...] = column(
        "Oppgaver",
        Takes.WORD,
        "Which of the tasks of the law (§ 1) it has: prevent, obtain, keep.",
        many=True,
        words="task",
    )
    target_groups: tuple[str, ...] = column(
        "Målgrupper",
        Takes.WORD,
        "The target groups that it serves.",
        many=True,
        words="target_group",
        tie=Tie.SERVES,
    )
    orgnr: str | None = column(
        "Organisasjonsnummer", Takes.ORGANISATION_NUMBER, "Nine digits, if it has its own number."
    )
    surveyed: dt.date | bool | None = column(
        "Spurt",
        Takes.SURVEY_ANSWER,
        "When the actor itself was asked about its ties. Empty = not asked.",
    )
    surveyed_about: tuple[str, ...] = column(
        "Spurt om",
        Takes.WORD,
        "What it was asked about: contact, arenas, goals. Empty = all of them.",
        many=True,
        words="survey_topic",
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Unit(Actor):
    """A municipal unit."""

    table = "units"
    sheet = "Enheter"
    label = "Unit"
    label_nb = "enhet"
    label_en = "unit"
    meaning = "Municipal units: services, offices, teams, departments."
    needed = True

    sector: str = column(
        "Sektor", Takes.WORD, "The sector that it belongs to.", required=True, words="sector"
    )
    part_of: str | None = column(
        "Del av",
        Takes.REFERENCE,
        "The unit right above it. Never a tie in itself.",
        refers_to=("Unit",),
        tie=Tie.PART_OF,
    )
    kostra: tuple[str, ...] = column(
        "KOSTRA-funksjon", Takes.TEXT, "KOSTRA function codes, for comparison only.", many=True
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ExternalActor(Actor):
    """An actor outside the municipality's own organisation."""

    table = "external_actors"
    sheet = "Eksterne aktører"
    label = "ExternalActor"
    label_nb = "ekstern aktør"
    label_en = "external actor"
    meaning = "Actors outside the municipality: the state, the county, voluntary, private."

    actor_type: str = column(
        "Aktørtype", Takes.WORD, "What kind of actor it is.", required=True, words="actor_type"
    )
    sector: str = column(
        "Sektor", Takes.WORD, "The sector; taken from the actor type if empty.", words="sector"
    )
    government_level: str | None = column(
        "Forvaltningsnivå",
        Takes.WORD,
        "State, county, municipality, non-profit or private; from the actor type if empty.",
        words="government_level",
    )
    public: bool | None = column(
        "Offentlig", Takes.YES_NO, "Whether it is a public body; from the level if empty."
    )
    org_form: str | None = column(
        "Organisasjonsform", Takes.TEXT, "Form of organisation in Enhetsregisteret."
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Arena(Node):
    """A place where actors meet to coordinate."""

    table = "arenas"
    sheet = "Arenaer"
    label = "Arena"
    label_nb = "samordningsarena"
    label_en = "coordination arena"
    meaning = "Coordination arenas: groups, forums, teams, boards. Kinds of meetings, never cases."
    needed = True
    instead = "links"

    level: str | None = column(
        "Nivå", Takes.WORD, "Strategic, tactical or operational.", words="level"
    )
    kind: str | None = column(
        "Type",
        Takes.WORD,
        "Decision, coordination or information. An information arena covers no pair.",
        words="kind",
    )
    case_level: str | None = column(
        "Gjelder",
        Takes.WORD,
        "Whether it is about the system, about single cases, or both. Empty = not stated.",
        words="case_level",
    )
    meetings_per_year: float | None = column(
        "Møter per år", Takes.NUMBER, "Number of meetings a year; a range counts as its lower end."
    )
    mandate: str | None = column("Mandat", Takes.TEXT, "What it is set to do, and by whom.")
    decision_authority: bool | None = column(
        "Vedtaksmyndighet", Takes.YES_NO, "Whether it makes decisions."
    )
    basis: str | None = column("Grunnlag", Takes.TEXT, "The law, agreement or plan it rests on.")
    anchored_in: tuple[str, ...] = column(
        "Forankret i",
        Takes.REFERENCE,
        "The plan or the arena that it answers to.",
        many=True,
        refers_to=("Plan", "Arena"),
        tie=Tie.ANCHORED_IN,
    )
    goals: tuple[str, ...] = column(
        "Mål",
        Takes.REFERENCE,
        "The goals that it follows up.",
        many=True,
        refers_to=("Goal",),
        tie=Tie.FOLLOWS_UP,
    )
    tasks: tuple[str, ...] = column(
        "Oppgaver", Takes.WORD, "Prevent, obtain, keep.", many=True, words="task"
    )
    target_groups: tuple[str, ...] = column(
        "Målgrupper", Takes.WORD, "The target groups it is for.", many=True, words="target_group"
    )
    user_representation: bool | None = column(
        "Brukerrepresentasjon", Takes.YES_NO, "Whether users are represented."
    )
    municipal_leadership: bool | None = column(
        "Kommuneledelse", Takes.YES_NO, "Whether the municipality's top leaders take part."
    )
    participants_complete: bool | None = column(
        "Fullstendig deltakerliste", Takes.YES_NO, "Whether everyone who takes part is listed."
    )
    valid_to: dt.date | None = column(
        "Gjelder til", Takes.LAST_DAY, "The last day; the arena is closed after it."
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Participation(Row):
    """An actor takes part in an arena.

    The table may be a list, a matrix in a sheet of its own, or both: they are joined.
    """

    table = "participation"
    sheet = "Deltakelse"
    matrix_sheet: ClassVar[str] = "Deltakelse (matrise)"
    matrix_table: ClassVar[str] = "participation_matrix"
    meaning = "Who takes part in which arena: a list, or a matrix with arenas across."
    needed = True
    instead = "links"

    actor: str = column(
        "Aktør", Takes.REFERENCE, "The one who takes part.", required=True, refers_to=ACTOR_LABELS
    )
    arena: str = column(
        "Arena", Takes.REFERENCE, "Where it takes part.", required=True, refers_to=("Arena",)
    )
    role: str | None = column(
        "Rolle", Takes.WORD, "Leader, member, on call or observer; empty = member.", words="role"
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Link(Row):
    """Two actors work together directly, or have an agreement."""

    table = "links"
    sheet = "Samarbeid"
    meaning = "Direct collaboration and agreements between two actors."

    from_: str = column(
        "Fra", Takes.REFERENCE, "One of the two.", required=True, refers_to=ACTOR_LABELS
    )
    to: str = column("Til", Takes.REFERENCE, "The other.", required=True, refers_to=ACTOR_LABELS)
    strength: str | None = column(
        "Styrke",
        Takes.WORD,
        "None, awareness, cooperation, coordination or integration. The first two do not link;"
        " none is the answer that there is no contact.",
        words="strength",
    )
    formal: bool | None = column("Formell", Takes.YES_NO, "Whether it is settled in writing.")
    per_year: float | None = column("Ganger per år", Takes.NUMBER, "Contacts a year.")
    reported_by: str | None = column(
        "Oppgitt av",
        Takes.WORD,
        "One end (the one in `from`), both ends or a third party. A third party, and an empty cell,"
        " are the answer of neither.",
        words="reported_by",
    )
    agreement: str | None = column("Avtale", Takes.TEXT, "Name of the agreement, if there is one.")
    valid_to: dt.date | None = column(
        "Gjelder til", Takes.LAST_DAY, "The last day of the agreement; empty = no end."
    )

    @property
    def has_agreement(self) -> bool:
        """Whether it names an agreement: «nei», «ingen» and «-» say that there is none."""
        return self.agreement is not None and not says_none(self.agreement)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Referral(Row):
    """One actor refers users to another."""

    table = "referrals"
    sheet = "Henvisninger"
    meaning = "Who refers users to whom."

    from_: str = column(
        "Fra", Takes.REFERENCE, "Who refers.", required=True, refers_to=ACTOR_LABELS
    )
    to: str = column("Til", Takes.REFERENCE, "Who receives.", required=True, refers_to=ACTOR_LABELS)
    target_group: str | None = column(
        "Målgruppe", Takes.WORD, "The target group it is about.", words="target_group"
    )


@dataclass(frozen=True, slots=True, kw_only=True, init=False, eq=False, repr=False)
class Aim(Node):
    """What a goal and a strategy have in common."""

    text: str | None = column("Tekst", Takes.TEXT, "The full text.")
    status: str | None = column(
        "Status", Takes.WORD, "Adopted in a plan, or declared.", words="status"
    )
    overall: bool | None = column(
        "Overordnet", Takes.YES_NO, "Whether it is an overall one (kommuneplan)."
    )
    plan: tuple[str, ...] = column(
        "Plan",
        Takes.REFERENCE,
        "The plan that it stands in.",
        many=True,
        refers_to=("Plan",),
        tie=Tie.ANCHORED_IN,
    )
    challenges: tuple[str, ...] = column(
        "Utfordringer",
        Takes.REFERENCE,
        "The challenges that it answers.",
        many=True,
        refers_to=("Challenge",),
        tie=Tie.ANSWERS,
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Goal(Aim):
    """A goal."""

    table = "goals"
    sheet = "Mål"
    label = "Goal"
    label_nb = "mål"
    label_en = "goal"
    meaning = "Goals of the social-housing work."

    parent: str | None = column(
        "Overordnet mål",
        Takes.REFERENCE,
        "The goal above it.",
        refers_to=("Goal",),
        tie=Tie.PART_OF,
    )
    results: str | None = column(
        "Resultater", Takes.TEXT, "What has come of it so far, and how that is known."
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Strategy(Aim):
    """A strategy."""

    table = "strategies"
    sheet = "Strategier"
    label = "Strategy"
    label_nb = "strategi"
    label_en = "strategy"
    meaning = "Strategies: the way to the goals."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Measure(Node):
    """A measure."""

    table = "measures"
    sheet = "Tiltak"
    label = "Measure"
    label_nb = "tiltak"
    label_en = "measure"
    meaning = "Measures that realise goals and strategies."

    text: str | None = column("Tekst", Takes.TEXT, "The full text.")
    plan: tuple[str, ...] = column(
        "Plan",
        Takes.REFERENCE,
        "The plan that it stands in.",
        many=True,
        refers_to=("Plan",),
        tie=Tie.ANCHORED_IN,
    )
    realises: tuple[str, ...] = column(
        "Realiserer",
        Takes.REFERENCE,
        "The goals and strategies that it realises.",
        many=True,
        refers_to=("Goal", "Strategy"),
        tie=Tie.REALISES,
    )
    budgeted: bool | None = column("I budsjett", Takes.YES_NO, "Whether it is in the budget.")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class GoalHolder(Row):
    """An actor owns or contributes to a goal, a strategy or a measure."""

    table = "goal_owners"
    sheet = "Målansvar"
    meaning = "Who owns and who contributes to goals, strategies and measures."

    actor: str = column(
        "Aktør", Takes.REFERENCE, "Who holds it.", required=True, refers_to=ACTOR_LABELS
    )
    goal: str = column(
        "Mål",
        Takes.REFERENCE,
        "A goal, strategy or measure.",
        required=True,
        refers_to=HOLDABLE_LABELS,
    )
    role: str | None = column(
        "Rolle", Takes.WORD, "Owner or contributor; empty = contributor.", words="goal_role"
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Challenge(Node):
    """A challenge in the social-housing work."""

    table = "challenges"
    sheet = "Utfordringer"
    label = "Challenge"
    label_nb = "utfordring"
    label_en = "challenge"
    meaning = "Challenges that the municipality sees."

    text: str | None = column("Tekst", Takes.TEXT, "The full text.")
    housing_type: str | None = column(
        "Boligtype", Takes.WORD, "Ordinary or adapted housing, or both.", words="housing_type"
    )
    overview: tuple[str, ...] = column(
        "Oversikt",
        Takes.REFERENCE,
        "The overview that it is identified in.",
        many=True,
        refers_to=("Overview",),
        tie=Tie.IDENTIFIED_IN,
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Overview(Node):
    """The overview of housing needs that § 5 second paragraph asks for."""

    table = "overview"
    sheet = "Oversikt"
    label = "Overview"
    label_nb = "oversikt over boligbehov"
    label_en = "overview of housing needs"
    meaning = "The overview of housing needs (§ 5 second paragraph)."

    date: dt.date | None = column("Dato", Takes.DATE, "When it was made.")
    ordinary_housing: bool | None = column(
        "Ordinære boliger", Takes.YES_NO, "Whether it covers ordinary housing."
    )
    adapted_housing: bool | None = column(
        "Tilpassede boliger", Takes.YES_NO, "Whether it covers adapted housing."
    )
    owner: tuple[str, ...] = column(
        "Eier", Takes.REFERENCE, "Who keeps it.", many=True, refers_to=ACTOR_LABELS, tie=Tie.OWNS
    )
    plans: tuple[str, ...] = column(
        "Planer",
        Takes.REFERENCE,
        "The plans that it is a basis for.",
        many=True,
        refers_to=("Plan",),
        tie=Tie.INFORMS,
    )

    def can_be_basis_for(self, plan: "Plan") -> bool:
        """Return whether it is not known to be made after a plan was adopted."""
        if self.date is None or plan.adopted is None:
            return True
        if is_year_alone(plan.adopted):
            return self.date.year <= plan.adopted.year
        return self.date <= plan.adopted


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Plan(Node):
    """A plan of the municipality."""

    table = "plans"
    sheet = "Planer"
    label = "Plan"
    label_nb = "plan"
    label_en = "plan"
    meaning = "The municipality's plans."

    kind: str = column("Type", Takes.WORD, "Which kind of plan.", required=True, words="plan_kind")
    adopted: dt.date | None = column("Vedtatt", Takes.DATE, "When it was adopted.")
    valid_to: dt.date | None = column("Gjelder til", Takes.LAST_DAY, "The last day.")
    discusses_social_housing: bool | None = column(
        "Drøfter boligsosialt arbeid",
        Takes.YES_NO,
        "Whether it discusses the social-housing work.",
    )
    builds_on: tuple[str, ...] = column(
        "Bygger på",
        Takes.REFERENCE,
        "The plans that it builds on.",
        many=True,
        refers_to=("Plan",),
        tie=Tie.BUILDS_ON,
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class OwnWord(Row):
    """A word that the municipality adds to a list."""

    table = "vocabulary"
    sheet = "Ordliste"
    meaning = (
        "The municipality's own sectors, types of actors and services, target groups and tasks."
    )

    list: str = column("Liste", Takes.WORD, "Which list.", required=True, words="vocabulary_list")
    id: str = column("Id", Takes.ID, "The word as an id.", required=True)
    name: str | None = column("Navn", Takes.TEXT, "The word as people write it.")
    sector: str | None = column(
        "Sektor", Takes.TEXT, "The sector of an actor type or a service type."
    )
    service: bool | None = column(
        "Tjeneste", Takes.YES_NO, "Nei for a sector that serves no users (ledelse, stab, annet)."
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SelfAssessment(Row):
    """An answer in the self-assessment."""

    table = "self_assessment"
    sheet = "Egenvurdering"
    meaning = "The municipality's own assessment of what coordination needs."

    factor: str = column(
        "Faktor",
        Takes.TEXT,
        "What is assessed: one of ours, or your own.",
        required=True,
        suggests="factor",
    )
    answer: str = column(
        "Svar", Takes.WORD, "Ja, nei, delvis, or 1–5.", required=True, words="answer"
    )
    respondent: str | None = column(
        "Svart av", Takes.REFERENCE, "The actor who answered.", refers_to=ACTOR_LABELS
    )
    date: dt.date | None = column("Dato", Takes.DATE, "When.")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LocalRequirement(Row):
    """A link that the municipality itself requires."""

    table = "local_requirements"
    sheet = "Egne krav"
    meaning = "Links that the municipality has decided itself that it needs."

    actor_a: str = column(
        "Aktør A", Takes.REFERENCE, "One of the two.", required=True, refers_to=ACTOR_LABELS
    )
    actor_b: str = column(
        "Aktør B", Takes.REFERENCE, "The other.", required=True, refers_to=ACTOR_LABELS
    )
    reason: str = column("Begrunnelse", Takes.TEXT, "Why.", required=True)
    tier: str | None = column("Slags krav", Takes.WORD, "How binding it is.", words="tier")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AcceptedGap(Row):
    """A gap that the municipality has chosen to live with."""

    table = "accepted_gaps"
    sheet = "Avklarte funn"
    former_sheets = ("Aksepterte avvik",)
    meaning = "Findings that the municipality has considered and accepted."

    code: str | None = column(
        "Kode", Takes.TEXT, "The code of the rule; empty = everything found about the two."
    )
    subject: str = column("Gjelder", Takes.TEXT, "What the finding is about.", required=True)
    related: tuple[str, ...] = column(
        "Sammen med", Takes.TEXT, "The others in the finding; empty = any.", many=True
    )
    reason: str = column("Begrunnelse", Takes.TEXT, "Why it is accepted.", required=True)
    owner: str | None = column(
        "Ansvarlig", Takes.TEXT, "Who stands for it (a role, never a person).", of_roles=True
    )
    expires: dt.date | None = column(
        "Vurderes på nytt", Takes.LAST_DAY, "The last day; it counts again after it."
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AgreedStep(Row):
    """A step that a meeting agreed on; what it is about is matched as in an accepted gap."""

    table = "follow_up"
    sheet = "Oppfølging"
    meaning = "What meetings agreed on, who follows it up, and by when."

    step: str = column("Hva", Takes.TEXT, "What was agreed.", required=True)
    subject: str | None = column(
        "Gjelder",
        Takes.TEXT,
        "What it is about: an actor, an arena, a goal, a sector, a duty, by id or name.",
    )
    related: tuple[str, ...] = column(
        "Sammen med",
        Takes.TEXT,
        "The others that it is about, such as the other of a pair.",
        many=True,
    )
    code: str | None = column(
        "Kode", Takes.TEXT, "The code of the rule whose finding it answers, if it answers one."
    )
    owner: str | None = column(
        "Ansvarlig", Takes.TEXT, "Who follows it up (a role, never a person).", of_roles=True
    )
    deadline: dt.date | None = column("Frist", Takes.LAST_DAY, "The last day to do it.")
    status: str | None = column(
        "Status",
        Takes.WORD,
        "Agreed, under way, done or dropped; empty = agreed.",
        words="step_status",
    )
    decided: dt.date | None = column("Avtalt dato", Takes.DATE, "When it was agreed.")


TABLES: tuple[type[Row], ...] = (
    Municipality,
    Unit,
    ExternalActor,
    Arena,
    Participation,
    Link,
    Referral,
    Goal,
    Strategy,
    Measure,
    GoalHolder,
    Challenge,
    Overview,
    Plan,
    OwnWord,
    SelfAssessment,
    LocalRequirement,
    AcceptedGap,
    AgreedStep,
)
TARGET_GROUP = "TargetGroup"

COMMON_COLUMNS = frozenset({"source", "source_date", "comment"})
"""Columns of every table. Ties that have no table of their own have these properties alone."""


class TieType(NamedTuple):
    """A type of tie: between which labels, with which properties."""

    tie: Tie
    nb: str
    from_labels: tuple[str, ...]
    to_labels: tuple[str, ...]
    properties: tuple[str, ...] = ()
    directed: bool = True


TIES: tuple[TieType, ...] = (
    TieType(
        tie=Tie.PART_OF,
        nb="del av",
        from_labels=("Unit", "Goal"),
        to_labels=("Unit", "Municipality", "Goal"),
    ),
    TieType(
        tie=Tie.PARTICIPATES_IN,
        nb="deltar i",
        from_labels=ACTOR_LABELS,
        to_labels=("Arena",),
        properties=("role",),
    ),
    TieType(
        tie=Tie.COLLABORATES_WITH,
        nb="samarbeider med",
        from_labels=ACTOR_LABELS,
        to_labels=ACTOR_LABELS,
        properties=(
            "strength",
            "strength_from",
            "strength_to",
            "confirmed",
            "formal",
            "per_year",
            "reported_by",
        ),
        directed=False,
    ),
    TieType(
        tie=Tie.HAS_AGREEMENT_WITH,
        nb="har avtale med",
        from_labels=ACTOR_LABELS,
        to_labels=ACTOR_LABELS,
        properties=("agreement", "valid_to", "formal"),
        directed=False,
    ),
    TieType(
        tie=Tie.REFERS_TO,
        nb="henviser til",
        from_labels=ACTOR_LABELS,
        to_labels=ACTOR_LABELS,
        properties=("target_group",),
    ),
    TieType(
        tie=Tie.SERVES, nb="har som målgruppe", from_labels=ACTOR_LABELS, to_labels=(TARGET_GROUP,)
    ),
    TieType(
        tie=Tie.OWNS, nb="eier", from_labels=ACTOR_LABELS, to_labels=(*HOLDABLE_LABELS, "Overview")
    ),
    TieType(
        tie=Tie.CONTRIBUTES_TO, nb="bidrar til", from_labels=ACTOR_LABELS, to_labels=HOLDABLE_LABELS
    ),
    TieType(tie=Tie.FOLLOWS_UP, nb="følger opp", from_labels=("Arena",), to_labels=("Goal",)),
    TieType(
        tie=Tie.IDENTIFIED_IN,
        nb="identifisert i",
        from_labels=("Challenge",),
        to_labels=("Overview",),
    ),
    TieType(
        tie=Tie.ANSWERS, nb="svarer på", from_labels=("Goal", "Strategy"), to_labels=("Challenge",)
    ),
    TieType(
        tie=Tie.ANCHORED_IN,
        nb="forankret i",
        from_labels=(*HOLDABLE_LABELS, "Arena"),
        to_labels=("Plan", "Arena"),
    ),
    TieType(
        tie=Tie.REALISES, nb="realiserer", from_labels=("Measure",), to_labels=("Goal", "Strategy")
    ),
    TieType(tie=Tie.INFORMS, nb="er grunnlag for", from_labels=("Overview",), to_labels=("Plan",)),
    TieType(tie=Tie.BUILDS_ON, nb="bygger på", from_labels=("Plan",), to_labels=("Plan",)),
    TieType(
        tie=Tie.REQUIRED_WITH,
        nb="skal samarbeide med",
        from_labels=ACTOR_LABELS,
        to_labels=ACTOR_LABELS,
        properties=("reason", "tier"),
        directed=False,
    ),
)


def _column(declared: "Field[Any]") -> Column:
    return Column(name=declared.name.rstrip("_"), **declared.metadata)


def _columns(table: type[Row]) -> tuple[Column, ...]:
    declared = [_column(declaration) for declaration in fields(table) if declaration.metadata]
    own = sorted(
        (column for column in declared if column.name not in COMMON_COLUMNS), key=_importance
    )
    return (*own, *(column for column in declared if column.name in COMMON_COLUMNS))


def _importance(column: Column) -> int:
    """Return the sort key of a column in the template: id, name, other required ones, the rest."""
    if column.takes is Takes.ID:
        return 0
    return (1 if column.name == "name" else 2) if column.required else 3


_COLUMNS = {table: _columns(table) for table in TABLES}


def columns(table: type[Row]) -> tuple[Column, ...]:
    """Return the columns of a table in the order of the template; the common ones last."""
    return _COLUMNS[table]


def column_named(table: type[Row], name: str) -> Column:
    """Return the column of a table that has this name."""
    return next(column for column in _COLUMNS[table] if column.name == name)


def node_tables() -> Iterator[type[Node]]:
    """Yield the tables whose rows are nodes with id and name."""
    return (table for table in TABLES if issubclass(table, Node))
