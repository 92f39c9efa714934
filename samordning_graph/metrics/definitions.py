"""What each figure means, what it does not mean, and where it comes from.

The page of figures and `docs/metrics.md` are made from these definitions.
"""

from dataclasses import dataclass

from samordning_graph.common.locale import mark

_WASSERMAN_AND_FAUST = mark("Wasserman and Faust (1994), «Social Network Analysis».")
_BORGATTI_AND_EVERETT = mark(
    "Borgatti and Everett (1997), «Network analysis of 2-mode data», Social Networks 19."
)


@dataclass(frozen=True, slots=True)
class MeasureDefinition:
    """A figure in words, and its path in the JSON (`field`; in a list, that of its first item).

    `title`, `meaning` and `source` are English message ids; so is `caution`, which says what the
    figure does not mean.
    """

    field: str
    title: str
    meaning: str
    caution: str
    source: str


LINK_DENSITY = MeasureDefinition(
    "network.density",
    mark("Density of links"),
    mark("The share of all pairs of actors that are linked directly."),
    mark(
        "That more is better: nobody needs to work with everybody, and density falls as the number"
        " of actors grows."
    ),
    _WASSERMAN_AND_FAUST,
)
ISOLATES = MeasureDefinition(
    "network.isolates",
    mark("Actors without links"),
    mark("The actors that have no collaboration and no agreement in force with anyone."),
    mark(
        "That they stand alone: they may meet others in arenas (rule ISO01 looks at every kind of"
        " tie)."
    ),
    _WASSERMAN_AND_FAUST,
)
COMPONENTS = MeasureDefinition(
    "network.components",
    mark("Components"),
    mark("Groups in which everybody can reach each other through links, directly or by others."),
    mark(
        "That something is wrong: an actor without links is one, and meetings, which do not count"
        " here, may join several."
    ),
    _WASSERMAN_AND_FAUST,
)
CUT_POINTS = MeasureDefinition(
    "network.articulation_points",
    mark("Cut points"),
    mark("The actors without whom some others can no longer reach each other through links."),
    mark("That anybody does too much or too little: it shows where a vacancy would be felt."),
    _WASSERMAN_AND_FAUST,
)
BRIDGES = MeasureDefinition(
    "network.bridges",
    mark("Bridges"),
    mark("The links that alone hold two parts of the network together."),
    mark("That the link is weak: it says only that nothing else joins the two parts."),
    _WASSERMAN_AND_FAUST,
)
SEAT_DENSITY = MeasureDefinition(
    "two_mode.density",
    mark("Density of seats"),
    mark("The share of all possible seats (each actor in each working arena) that are taken."),
    mark("That more is better: at 1 everybody would sit in everything."),
    _BORGATTI_AND_EVERETT,
)
CUT_ARENAS_AND_ACTORS = MeasureDefinition(
    "two_mode.cut_arenas",
    mark("Cut arenas and cut actors"),
    mark("The arenas and actors without which some of the rest no longer meet, even by others."),
    mark(
        "That anything is wrong with an arena: it is enough that one of its members has no other."
    ),
    _BORGATTI_AND_EVERETT,
)
PAIRS_SHARING = MeasureDefinition(
    "two_mode.actor_pairs_sharing_arena",
    mark("Pairs that share"),
    mark(
        "The pairs of actors that take part in one working arena, and the pairs of arenas that have"
        " an actor in common."
    ),
    mark(
        "That they coordinate: one forum of twelve makes 66 pairs of actors, and can hide every gap"
        " among them."
    ),
    mark("Breiger (1974), «The duality of persons and groups», Social Forces 53."),
)
EI_INDEX = MeasureDefinition(
    "ei.index",
    mark("E-I index"),
    mark(
        "Links across sectors less links inside them, as a share of all links: from -1 (all inside)"
        " to 1 (all across)."
    ),
    mark(
        "That sectors work well together or badly: many small sectors give links across by chance,"
        " so read it beside the expected value."
    ),
    mark(
        "Krackhardt and Stern (1988), «Informal networks and organizational crises: An experimental"
        " simulation», Social Psychology Quarterly 51."
    ),
)
EI_EXPECTED = MeasureDefinition(
    "ei.expected",
    mark("E-I expected by chance"),
    mark(
        "What the index is when sectors are dealt out at random, and p: how often such a deal gives"
        " an index at least as far from it."
    ),
    mark("That the links are good, right or enough, however small p is."),
    mark(
        "Krackhardt and Stern (1988), as above; permutation test over 9 999 shuffles of the"
        " sectors."
    ),
)
SECTOR_MATRIX = MeasureDefinition(
    "sectors",
    mark("Sector matrix"),
    mark(
        "How many pairs of actors, between two sectors or inside one, are linked and meet, of all"
        " that are possible."
    ),
    mark("That contact is missing where there is none: not every two sectors need each other."),
    mark("Newman (2003), «Mixing patterns in networks», Physical Review E 67."),
)
BETWEENNESS = MeasureDefinition(
    "actors.betweenness",
    mark("Betweenness"),
    mark("For how many pairs of others the shortest way through links goes by the actor."),
    mark(
        "That the actor does well or badly: where few were asked, it may say more about who"
        " answered than about who bridges."
    ),
    mark("Freeman (1977), «A set of measures of centrality based on betweenness», Sociometry 40."),
)
CONSTRAINT = MeasureDefinition(
    "actors.constraint",
    mark("Constraint"),
    mark(
        "How far the actor's contacts are linked to each other: low where it reaches some who do"
        " not reach each other."
    ),
    mark(
        "That low is better: the measure was made for competition, and a closed group may be just"
        " what a service needs."
    ),
    mark("Burt (1992), «Structural Holes: The Social Structure of Competition»."),
)
EFFECTIVE_SIZE = MeasureDefinition(
    "actors.effective_size",
    mark("Effective size"),
    mark("The number of contacts, less how many of the others a contact is linked to on average."),
    mark("That the contacts are of use: it counts them, not what comes of them."),
    mark(
        "Burt (1992), as above; formula of Borgatti (1997), «Structural holes: Unpacking Burt's"
        " redundancy measures», Connections 20."
    ),
)
BROKERAGE = MeasureDefinition(
    "actors.brokerage",
    mark("Brokerage between sectors"),
    mark(
        "How often the actor is linked to two who are not linked to each other: coordinator (all"
        " three in one sector), consultant (the two in another sector), gatekeeper (one of the two"
        " in the actor's sector), liaison (three sectors)."
    ),
    mark("That anything passes through the actor: it says only that the other two are not linked."),
    mark(
        "Gould and Fernandez (1989), «Structures of mediation: A formal approach to brokerage in"
        " transaction networks», Sociological Methodology 19."
    ),
)
CONGRUENCE = MeasureDefinition(
    "congruence",
    mark("Coordination needed and met"),
    mark(
        "Of the pairs with a ground to coordinate, how many are linked or meet (documented), do not"
        " in the data (not documented), and cannot be decided (not known); here, as in the report, a"
        " unit also counts with those of the units below it. The documented share of all has two"
        " bounds: as if nothing, and as if all, of what is not known were there."
    ),
    mark(
        "That the rest do not coordinate, or that those who meet do: what is not documented may"
        " still exist."
    ),
    mark(
        "Cataldo, Wagstrom, Herbsleb and Carley (2006), «Identification of coordination"
        " requirements»; Cataldo, Herbsleb and Carley (2008), «Socio-technical congruence»."
    ),
)
FORMAL_LAYERS = MeasureDefinition(
    "layers",
    mark("Formal and informal"),
    mark("How many links are settled in writing, and how many linked pairs also meet in an arena."),
    mark(
        "That an informal link is worth less: what is not written down is only harder to find for"
        " whoever comes next."
    ),
    mark(
        "Own definition, after Krackhardt and Hanson (1993), «Informal networks: The company behind"
        " the chart», Harvard Business Review 71."
    ),
)
MEASURES = (
    LINK_DENSITY,
    ISOLATES,
    COMPONENTS,
    CUT_POINTS,
    BRIDGES,
    SEAT_DENSITY,
    CUT_ARENAS_AND_ACTORS,
    PAIRS_SHARING,
    EI_INDEX,
    EI_EXPECTED,
    SECTOR_MATRIX,
    BETWEENNESS,
    CONSTRAINT,
    EFFECTIVE_SIZE,
    BROKERAGE,
    CONGRUENCE,
    FORMAL_LAYERS,
)
"""In the order in which they are shown."""
