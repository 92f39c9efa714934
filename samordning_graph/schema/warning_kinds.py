"""What may be wrong with the data, and stops nothing: one kind per code, each with its page."""

from samordning_graph.schema.problem import ProblemKind

PERSONAL_DATA = ProblemKind(
    "W01",
    "An e-mail address, a phone number or the name of a person stands in the data",
    (
        "The map is about organisations and roles. An address or a number usually belongs to a"
        " person, and follows the file to everyone who gets it. Where a role is asked for («Ansvarlig»),"
        " two words with a capital beside each other look like a name, unless one of them is part of a"
        " name in the data.",
        "Write the role or the unit instead, unless the address is a shared mailbox, or the words are a"
        " title. A file, a folder or a sheet is given another name.",
    ),
)
OLD_DATA = ProblemKind(
    "W02",
    "Data is more than two years old",
    (
        "The newest date of a source in the table is more than two years before the day of the"
        " report. Arenas end and people change places: the picture may no longer hold.",
        "Ask again, or say in the meeting how old the picture is.",
    ),
)
NOT_MENTIONED = ProblemKind(
    "W03",
    "An actor is never mentioned again",
    (
        "The actor is in the list of units or external actors, but in no other table. It may be"
        " isolated, or its ties may just not be filled in.",
        "Fill in what the actor takes part in. If it was asked and takes part in nothing, fill in"
        " the column surveyed (Spurt), so that the report can tell the two apart.",
    ),
)
EMPTY_ARENA = ProblemKind(
    "W04",
    "An arena has no participants",
    (
        "No row of participation names the arena. Until its list is filled in, it could have"
        " covered any pair, so many pairs cannot be assessed.",
        "Fill in who takes part, or set «Fullstendig deltakerliste» to ja if it truly is nobody.",
    ),
)
UNKNOWN_MUNICIPALITY = ProblemKind(
    "W05",
    "The municipality number is not in the list of 2024",
    (
        "The number is four digits, but no municipality had it in 2024. It may be an older or a"
        " newer one; 0000 is for invented municipalities.",
        "Check the number.",
    ),
)
REPEATED = ProblemKind(
    "W06",
    "The same participation stands twice",
    (
        "The actor is listed more than once in the arena. The strongest role counts (leader,"
        " member, on call, observer).",
        "Delete the row that does not hold.",
    ),
)
NOT_READ = ProblemKind(
    "W07",
    "Something was not read",
    (
        "A sheet, a file or a folder that is no table, a column whose header begins with `_`, rows"
        " above the header, the totals of an Excel table, and the example rows of the template are"
        " left out.",
        "If that was the intention, there is nothing to do. Files, folders and sheets whose name begins"
        " with `_` are left out without a warning.",
        "If it should be read: give a sheet or a file the name of a table (Enheter, Arenaer …); move a"
        " file that lies beside the CSV files of a municipality to a folder of its own; take `_` out of a"
        " header; let the header be the first row; write your own rows over the examples.",
    ),
)
HIDDEN = ProblemKind(
    "W08",
    "Hidden rows or sheets were read",
    (
        "The workbook has hidden or filtered rows, or a hidden sheet. They are read like the"
        " others, since a filter that was left on must not change the report.",
        "Delete the rows if they should not count.",
    ),
)
UNKNOWN_FUNCTION = ProblemKind(
    "W09",
    "A KOSTRA function code is not known",
    (
        "The code is not in the list of functions. Codes are only used to compare municipalities"
        " whose units have different names.",
        "Check the code, or leave the cell empty.",
    ),
)
UNUSED_ACCEPTANCE = ProblemKind(
    "W10",
    "An accepted gap matches no finding",
    (
        "A row of accepted gaps (Avklarte funn) fits nothing that the report finds. The gap"
        " may be closed, or the code or the actors may be misspelt.",
        "Delete the row, or correct it.",
    ),
)
OVERVIEW_TOO_LATE = ProblemKind(
    "W11",
    "An overview is newer than a plan that it is said to be a basis for",
    (
        "The overview was made after the plan was adopted, so it cannot have been its basis. The"
        " report does not count it as one.",
        "Check both dates. If another overview was the basis, fill in that one; if none was, take"
        " the plan out of the overview's column «Planer».",
    ),
)
SAID_OTHERWISE = ProblemKind(
    "W12",
    "The municipality is said to have no overview, and one is filled in",
    (
        "«Har oversikt» in the sheet Kommune is nei, but the sheet Oversikt has a row. The report"
        " counts the row.",
        "Change the cell to ja, or delete the row if it is no overview of the need for housing.",
    ),
)
NOT_ASKED = ProblemKind(
    "W13",
    "What somebody was asked about, without that it was asked",
    (
        "The column surveyed_about (Spurt om) says what the actor was asked about, but the column"
        " surveyed (Spurt) is empty or nei. Such an actor counts as not asked.",
        "Write ja or the date in «Spurt» if it was asked. Otherwise empty «Spurt om».",
    ),
)
SHARED_NUMBER = ProblemKind(
    "W15",
    "Several files have one municipality number",
    (
        "Files or folders under PATH have the same number, or none. They are reported as one"
        " municipality each. Where they are answers of several units in one municipality, each"
        " report holds only a part.",
        "Give `--merge` if they are parts of one municipality: rows that are in several files become"
        " one, and cells that contradict each other are listed. Move the older one away if one"
        " replaces the other.",
    ),
)
SIMILAR_NAMES = ProblemKind(
    "W16",
    "Two rows may be the same",
    (
        "The names of two actors, arenas, goals, strategies, measures or challenges differ only in case,"
        " spaces, hyphens or an ending such as «-tjenesten» or «-et», and nothing else tells them apart:"
        " no type of service, kind or level of arena, plan or overview. As two they share no"
        " ties, and missing links between them are found.",
        "Delete one of the rows if they are the same, and use the other name everywhere. If they are"
        " two, write a name that tells them apart, or of actors the type of service of each.",
    ),
)
WORDS_MERGED = ProblemKind(
    "W19",
    "Two own words are read as one",
    (
        "The id of one row of the vocabulary (Ordliste) is the id or the name of another row of the"
        " same list, so that both are the same word. What one of them says is lost.",
        "Give one of the two another id or another name, or delete the row that is not used.",
    ),
)
WITHOUT_NAME = ProblemKind(
    "W20",
    "The municipality has no number or no name",
    (
        "The sheet Kommune is empty or not there, or it has a number that is not in the list and no"
        " name. Reports are then headed with the name of the file and the number 0000, and files of"
        " several years are not known to be of one municipality.",
        "Write the number (four digits) and the name in the sheet Kommune, in one row.",
    ),
)
AHEAD = ProblemKind(
    "W21",
    "A plan, an overview or an agreement is dated after today",
    (
        "The plan is not adopted yet, or the overview is not made yet. It does not count in a report of"
        " a day before that date, and neither do the goals and strategies that stand only there. A step"
        " (Oppfølging) agreed on a later day is not what was agreed last.",
        "Check the year. If the date is right, nothing needs to be done: it counts from that day.",
    ),
)
NAME_OF_ANOTHER = ProblemKind(
    "W22",
    "The number is that of another municipality than the name",
    (
        "The sheet Kommune has the number of one municipality and the name of another, by the list of"
        " 2024. Reports are headed with both, and are compared with others of the same number.",
        "Correct the number or the name.",
    ),
)
UNKNOWN_RULE = ProblemKind(
    "W23",
    "A step names a code that no rule has",
    (
        "The column code (Kode) of a step (Oppfølging) says which finding it answers. No rule has this"
        " code, so nobody can see in the data whether that finding is gone.",
        "Correct the code, or empty the cell. `samordning rules` lists the codes.",
    ),
)
