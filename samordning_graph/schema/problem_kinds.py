"""What can be wrong with the data: one kind per code, each with its page.

Kinds that begin with E stop the analysis. Those that begin with W are warnings: `warning_kinds`.
"""

from samordning_graph.schema import warning_kinds
from samordning_graph.schema.problem import ProblemKind

NOT_READABLE = ProblemKind(
    "E01",
    "The file is not what it says, or cannot be read",
    (
        "The file is missing, empty, too large, protected by a password, or something other than"
        " a workbook (.xlsx), a folder of CSV files or a YAML file. An old workbook (.xls), a web"
        " page saved as .xlsx and a compressed file that unpacks to far more than a municipality"
        " needs are stopped here, before anything is read into memory.",
        "Open the file in Excel or LibreOffice and save it as «Excel Workbook (.xlsx)» without a"
        " password. A single CSV file is given as the folder that it lies in.",
    ),
)
ENCODING = ProblemKind(
    "E02",
    "The letters of the file are mixed up",
    (
        "A CSV or YAML file must be UTF-8 (with or without a mark at the start), the"
        " «Unicode text» that Excel writes, or the older encoding of Windows, of Macs or of DOS."
        " This file begins as one and goes on as another, so that some letters cannot be known.",
        "Or two signs stand where one letter should: «Ã¸», «√∏» or «├©» for ø. Then UTF-8 was opened as"
        " an older encoding, and what came of it was saved as UTF-8 once more. A cell of a workbook has"
        " them where a CSV file was opened so in Excel.",
        "Open the file, check æ, ø and å, and save it as UTF-8 (in Excel «CSV UTF-8»). With two signs"
        " for a letter, go back to the program that the file came from and save it anew from there. Into a"
        " workbook it is brought with «Data» > «From Text/CSV» and the file origin «65001: Unicode (UTF-8)».",
    ),
)
TABLE_MISSING = ProblemKind(
    "E03",
    "A table that is needed is missing",
    (
        "Units (Enheter), arenas (Arenaer) and participation (Deltakelse) are needed to begin."
        " Arenas and participation may be absent when collaboration (Samarbeid) is there. A sheet or a file counts by its name, in Norwegian or English.",
        "Add the sheet or the file, or correct its name. `samordning template FILE.xlsx` writes"
        " a workbook with every sheet.",
    ),
)
UNKNOWN_COLUMN = ProblemKind(
    "E04",
    "A column is not known",
    (
        "The header fits no column of this table, in Norwegian or English. Nothing is guessed:"
        " a column that is not understood could hold what the report rests on.",
        "Correct the header, or let it begin with `_` if the column is for your own use. The"
        " data dictionary lists every column.",
    ),
)
COLUMN_MISSING = ProblemKind(
    "E05",
    "A column that is needed is missing",
    (
        "The table lacks a column that every row must have, or its header row was not found"
        " among the ten first rows.",
        "Add the column with the name that the message gives.",
    ),
)
TWICE = ProblemKind(
    "E06",
    "A table or a column stands twice",
    (
        "Two sheets or files are the same table, or two columns of a table have the same header"
        " (perhaps one in Norwegian and one in English). Only one of them can be meant.",
        "Merge the two, or rename the one that should not be read so that it begins with `_`.",
    ),
)
STRAY_CELL = ProblemKind(
    "E07",
    "A cell has no header above it",
    (
        "The row has more filled cells than the table has headers. In a CSV file the usual cause"
        " is a separator inside a text without quotes.",
        "Move or delete the cell, give the column a header, or put the text in quotes.",
    ),
)
UNREADABLE_CELL = ProblemKind(
    "E08",
    "A cell has no value of its own",
    (
        "The cell is merged with others, holds an error such as #REF!, or holds a formula whose"
        " result was never saved. Its value can only be guessed, so it is not read.",
        "Unmerge the cells and fill in each of them; open the workbook in Excel and save it to"
        " store the results of formulas.",
    ),
)
MATRIX = ProblemKind(
    "E09",
    "The participation table is neither a list nor a matrix",
    (
        "Participation (Deltakelse) is either a list with one row per actor and arena (columns"
        " actor, arena, role), or a matrix with actors down and arenas across, where a cell"
        " holds x or a role (leder, medlem, ved behov, observatør). Empty, 0, nei and – mean"
        " that the actor does not take part.",
        "Choose one of the two forms in a sheet, and turn the matrix if arenas stand down and actors"
        " across. The sheet «Deltakelse (matrise)» (participation_matrix) is for a matrix beside the"
        " list: the two are read as one.",
    ),
)
EMPTY_CELL = ProblemKind(
    "E10",
    "A cell that is needed is empty",
    (
        "The row lacks a value that everything else depends on, such as a name or a sector.",
        "Fill in the cell, or delete the row if it is a leftover.",
    ),
)
UNKNOWN_WORD = ProblemKind(
    "E11",
    "A word is not in the list",
    (
        "The column takes words from a list, in Norwegian or English, and this is none of them."
        " A new word is never taken silently: two spellings of one sector would become two"
        " sectors, with missing links between them.",
        "Choose a word from the list. For sectors, actor types, target groups and tasks you can"
        " add your own word in the vocabulary table (Ordliste).",
    ),
)
WRONG_VALUE = ProblemKind(
    "E12",
    "A value is not a number, a date or a yes or no",
    (
        "The column takes a number (decimal comma or point, or a range such as 1-2), a date"
        " (2026-03-01, 1.3.2026 or a year) or ja/nei.",
        "Correct the cell. A word for how often («månedlig») is written as times a year (12).",
    ),
)
ID_TAKEN = ProblemKind(
    "E13",
    "An id is used twice, or cannot be made",
    (
        "Ids are unique in a municipality across all kinds: a unit and an arena cannot share"
        " one. Without an id column the id is made from the name (a–z, 0–9 and hyphen), so two"
        " rows with one name get the same id, and a name without such letters gets none.",
        "Give one of the rows an id of its own in the id column.",
    ),
)
UNKNOWN_REFERENCE = ProblemKind(
    "E14",
    "A row points to something that is not in the data",
    (
        "The cell names an actor, an arena, a goal, a plan or the like by id or name, and no row"
        " has it. Nothing is made up: a misspelt name would become a new actor without ties.",
        "Correct the spelling, or add the row that is missing.",
    ),
)
AMBIGUOUS_REFERENCE = ProblemKind(
    "E15",
    "A name is shared by several rows",
    (
        "The cell gives a name that more than one row has, so it cannot be known which is meant.",
        "Write the id instead; the message lists the ids.",
    ),
)
WRONG_KIND = ProblemKind(
    "E16",
    "A reference is of the wrong kind",
    (
        "The cell names something that exists, but of another kind than the column takes: for"
        " example an arena where an actor belongs.",
        "Write one of the right kind, or move the row to the table that it belongs in.",
    ),
)
LOOP = ProblemKind(
    "E17",
    "Something is tied to itself",
    (
        "An actor works with itself or refers to itself, or units (part of), goals (parent),"
        " plans (builds on) or arenas (anchored in) form a ring so that each is above itself.",
        "Correct one of the rows that the message names.",
    ),
)
MUNICIPALITY_NUMBER = ProblemKind(
    "E18",
    "The municipality number is not four digits",
    (
        "A municipality has a number of four digits, such as 0301. Excel drops the first zero of"
        " a number, so that 0301 becomes 301.",
        "Format the cell as text and write all four digits.",
    ),
)
ORGANISATION_NUMBER = ProblemKind(
    "E19",
    "The organisation number is not valid",
    (
        "An organisation number has nine digits, of which the last is a control digit. This one"
        " does not fit, so a digit is wrong or two have changed places.",
        "Look the number up in Enhetsregisteret, or leave the cell empty.",
    ),
)
NATIONAL_IDENTITY_NUMBER = ProblemKind(
    "E20",
    "A national identity number stands in the data",
    (
        "Eleven digits in the file are a valid fødselsnummer, D-number or H-number. This tool is"
        " about organisations and roles, never persons, so the file is refused and the number is"
        " not shown anywhere. Other problems are told by their place alone, since a cell beside it"
        " may be about the same person.",
        "Delete the number from the file, and consider whether others have received it.",
    ),
)
SHAPE = ProblemKind(
    "E21",
    "The YAML file has another shape than tables of rows",
    (
        "A YAML file is a mapping of table to a list of rows, where each row is a mapping of column"
        " to a value or a list of values. Anchors, aliases and deeper levels are not used.",
        "Write the file as the example in the documentation shows.",
    ),
)
CONTRADICTION = ProblemKind(
    "E22",
    "Two who have an agreement are said to have no contact",
    (
        "A row of links (Samarbeid) answers «ingen kontakt» for two actors, and the same row or"
        " another one has an agreement between them that is in force. Both cannot hold, and it"
        " cannot be known which does: an agreement links the two, whatever else is said.",
        "Correct the strength if the two have contact after all. If the agreement is no longer in"
        " force, give it its last day. If it is in force but nobody uses it, let the strength be"
        " empty, and write so in the comment.",
    ),
)
FILES_DISAGREE = ProblemKind(
    "E23",
    "Two files say different things about one row",
    (
        "Files were made one with `--merge`. A row that is in both (the same id or name) has a cell"
        " that is filled in differently. Nobody but you can know which holds.",
        "Correct one of the two cells. Empty cells, remarks and sources contradict nothing.",
    ),
)
HALF_EXAMPLE = ProblemKind(
    "E24",
    "An example row is half overwritten",
    (
        "The row holds something of your own, and still a name or the remark of an example row."
        " Which cells are meant cannot be known: the row is neither left out nor read.",
        "Overwrite or clear the cells that the message names, or delete the row.",
    ),
)
NOT_FILLED_IN = ProblemKind(
    "E25",
    "Nothing is filled in",
    (
        "The tables are there, but no row of them holds anything beside the example rows of the"
        " template. There is nothing to analyse yet.",
        "Begin with the units (Enheter): a name and a sector in each row. Then arenas (Arenaer)"
        " and who takes part in them (Deltakelse).",
    ),
)

KINDS: tuple[ProblemKind, ...] = tuple(
    sorted(
        (
            value
            for kinds in (globals(), vars(warning_kinds))
            for value in list(kinds.values())
            if isinstance(value, ProblemKind)
        ),
        key=lambda kind: kind.code,
    )
)
