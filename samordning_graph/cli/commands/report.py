"""`samordning report`: the missing-links report."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordning_graph.cli.analysis_options import analysis_options, anonymous_option
from samordning_graph.cli.changes import refuse_baseline_of_another, snapshot_of, write_changes
from samordning_graph.cli.data_source import (
    DataSource,
    contents_of,
    path_argument,
    read_models,
    read_one_model,
    refuse_to_become_input,
    refuse_to_overwrite_input,
)
from samordning_graph.cli.fail_on import FailOn
from samordning_graph.cli.output import PATH, Output, output_options
from samordning_graph.cli.problems import report_problems
from samordning_graph.cli.translated_click import Failure, command, option
from samordning_graph.common.locale import _, current_language, mark
from samordning_graph.common.phrases import sentences
from samordning_graph.common.shown_path import shown_path
from samordning_graph.report.readers import Reader
from samordning_graph.rules.basis import Basis

if TYPE_CHECKING:
    from samordning_graph.analysis.diff import Snapshot
    from samordning_graph.cli.report_batch import ReportJob
    from samordning_graph.graph.graph import AnalysisOptions
    from samordning_graph.report.findings_report import Report
    from samordning_graph.rules.rule import Rule
    from samordning_graph.schema.model import Model

CHANGES_FORMATS = ("text", "md", "html", "docx", "json")
"""Formats of --what-if."""


@command(
    "report",
    mark(
        "Report what is in place, which links are missing, and what cannot be assessed."
        "\n\nExit 0 done, 1 findings at or above --fail-on, 2 could not run, 130 stopped with Ctrl-C,"
        " 141 the reader of the pipe went away."
    ),
)
@path_argument
@output_options(
    "text",
    "md",
    "html",
    "csv",
    "json",
    "xlsx",
    "docx",
    format_help=mark(
        "Format; by default that of the name after -o, otherwise text. xlsx and docx need -o."
    ),
    output_help=mark("Write to a file (of many municipalities, unless csv or json: to a folder)."),
    folder="sheets",
)
@option(
    "--select",
    metavar="CODES",
    help_message=mark("Only these rules: codes or families, such as ISO,LINK03."),
)
@option(
    "--fail-on",
    type=click.Choice([str(basis) for basis in Basis]),
    help_message=mark(
        "Exit 1 if a finding that is not accepted has at least this basis; with --baseline, only if"
        " it is new."
    ),
)
@option(
    "--fail-on-known",
    is_flag=True,
    help_message=mark("With --fail-on and --baseline: count the findings that are not new too."),
)
@option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    metavar="N",
    help_message=mark("Make the reports of many municipalities in N processes. Default: 1."),
)
@option(
    "--what-if",
    type=PATH,
    metavar="PATH",
    help_message=mark(
        "Rows to add, in the format of the tables: what would be closed, before and after side by"
        " side. Nothing is written back."
    ),
)
@option(
    "--baseline",
    metavar="PATH",
    help_message=mark("Earlier data, or an earlier report (JSON): tell what has changed since."),
)
@option(
    "--reader",
    type=click.Choice([str(reader) for reader in Reader]),
    default=str(Reader.COORDINATOR),
    help_message=mark(
        "For whom (text, md, html, docx): the leader gets one page, the coordinator pairs and arenas too,"
        " the researcher every figure. Default: coordinator."
    ),
)
@option(
    "--sheets",
    type=PATH,
    metavar="FOLDER",
    help_message=mark(
        "Write a sheet of one page for each service to a folder: html, or docx or md with --format or"
        " if the report is. The report itself is written with -o."
    ),
)
@anonymous_option
@analysis_options
def report_command(
    data_source: DataSource,
    output: Output,
    select: str | None,
    fail_on: str | None,
    fail_on_known: bool,
    jobs: int,
    what_if: Path | None,
    baseline: str | None,
    reader: str,
    sheets: Path | None,
    options: "AnalysisOptions",
) -> None:
    """Write the report of each municipality of a data source."""
    from samordning_graph.cli.report_batch import ReportJob, write_many

    rules = _selected(select)
    if output.path is not None:
        refuse_to_overwrite_input(output.path, data_source)
        output.refuse_to_lose(output.path)
        if output.format.name == "xlsx":
            refuse_to_become_input(output.path, data_source)
    if what_if is not None and baseline is not None:
        raise Failure(
            _(
                "--what-if compares with the data as they are, --baseline with earlier data. Choose"
                " one of them."
            )
        )
    if what_if is not None and sheets is not None:
        raise Failure(_("--sheets shows the data as they are, not with --what-if."))
    if what_if is not None:
        _write_what_if(data_source, what_if, options, rules, output)
        return
    before = snapshot_of(DataSource(baseline), options, rules) if baseline else None
    contents = None if data_source.is_address else contents_of(data_source)
    job = ReportJob(
        format_name=output.format.name,
        codes=frozenset(rule.code for rule in rules),
        options=options,
        reader=reader,
        fail_on=FailOn(Basis[fail_on.upper()], fail_on_known) if fail_on else None,
        language=current_language(),
        beside=tuple(contents.beside) if contents else (),
        given=None if data_source.is_address else data_source.path,
    )
    paths = contents.municipalities if contents and not data_source.merge else []
    models = [] if len(paths) > 1 and not before else read_models(data_source, options.as_of)
    if max(len(models), len(paths)) == 1:
        report = _report_of(models[0], job, before)
        if sheets is not None:
            from samordning_graph.cli.service_sheets import write_sheets

            write_sheets(report, sheets, output, data_source)
        if sheets is None or output.path is not None:
            _write_one(report, job, output)
        failing = job.failing(report)
    elif sheets is not None:
        raise Failure(_("--sheets is for one municipality. Choose one of them."))
    elif before is not None:
        raise Failure(_("--baseline is for one municipality. Choose one of them."))
    else:
        failing = write_many(models or paths, job, output, jobs)
    if job.fail_on:
        job.fail_on.tell(failing)
    raise SystemExit(1 if failing else 0)


def _report_of(model: "Model", job: "ReportJob", before: "Snapshot | None") -> "Report":
    """Return the report of one municipality, after telling of acceptances that fit nothing."""
    from samordning_graph.report.notes import rows_of_nothing

    if before is not None:
        refuse_baseline_of_another(before, model)
    report = job.report_of(model, before)
    report_problems(rows_of_nothing(report))
    return report


def _write_one(report: "Report", job: "ReportJob", output: Output) -> None:
    """Write the report of one municipality."""
    if output.format.lays_out_blocks:
        from samordning_graph.report.write import report_document

        output.write(report_document(report, job.reader))
    else:
        from samordning_graph.report.data.registry import findings_data

        output.fill(partial(findings_data(output.format.name).write, report))


def _write_what_if(
    data_source: DataSource,
    overlay: Path,
    options: "AnalysisOptions",
    rules: "Sequence[Rule]",
    output: Output,
) -> None:
    """Write what rows laid over the data would change, before and after side by side."""
    from samordning_graph.analysis.diff import diff, snapshot
    from samordning_graph.graph.build import build
    from samordning_graph.rules.register import RULES

    if output.format.name not in CHANGES_FORMATS:
        raise Failure(
            _("--what-if is written as text, md, html, docx or json, not as {format}.").format(
                format=output.format.name
            )
        )
    before = snapshot_of(data_source, options, rules)
    after = read_one_model(data_source, options.as_of, overlay)
    changes = diff(before, snapshot(build(after, options), rules))
    municipality = after.municipality
    title = _("What if, in {name} ({number})").format(
        name=municipality.name, number=municipality.number
    )
    sources = (data_source.shown, f"{data_source.shown} + {shown_path(overlay)}")
    write_changes(changes, title, sources, output, section_5=len(rules) == len(RULES))


def _selected(select: str | None) -> "Sequence[Rule]":
    from samordning_graph.analysis.clauses import HOW_DECIDED
    from samordning_graph.common.did_you_mean import did_you_mean
    from samordning_graph.rules.register import RULES

    if select is None:
        return RULES
    wanted = [word.strip().upper() for word in select.split(",") if word.strip()]
    known = [word for rule in RULES for word in (rule.code, rule.family.code)]
    every_code = _("Known: {codes}.").format(codes=", ".join(rule.code for rule in RULES))
    if not wanted:
        raise Failure(sentences(_("--select names no rule."), every_code))
    for word in wanted:
        if word in HOW_DECIDED:
            raise Failure(
                _(
                    "«{word}» is a point of § 5 and no rule. How it is decided:"
                    " samordning explain {word}"
                ).format(word=word)
            )
        if word not in known:
            raise Failure(
                sentences(
                    _("no rule or family is called «{word}».").format(word=word),
                    did_you_mean(word, known),
                    every_code,
                )
            )
    return [rule for rule in RULES if {rule.code, rule.family.code} & {*wanted}]
