"""Examining application files, with what was typed in place of what they say."""

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from clusters_cli.dossier import Dossier, DossierFile, ResourceStatus, dossier_of, read_dossier
from clusters_cli.eligibility.dated_figures import DatedFigures
from clusters_cli.eligibility.examination import Examination, examine
from clusters_cli.eligibility.law import Law
from clusters_cli.eligibility.questions import Given, whole_dossier
from clusters_cli.eligibility.rulebook import Depth
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Count, Listed, Text

NO_DOSSIER_FOR_CLUSTER = Explanation(
    "USE172",
    Text("a cluster that no dossier is for"),
    Text("A cluster is named beside --dossier, and no dossier given says that it is its own."),
    Text("Leave the name out, or write the id of the cluster in the dossier, under cluster."),
)
NO_SINGLE_GRANT = Explanation(
    "USE173",
    Text("no single grant to replace"),
    Text("--grant replaces the resource with status: requested, and the dossier has none or several."),
    Text("Mark one resource with status: requested, or change the amounts in the file."),
)
TOTAL_AND_LINES = Explanation(
    "USE174",
    Text("a total that the lines of a dossier add up to"),
    Text("--eligible-costs and --public-aid are totals, and a dossier that has lines says what they add up to."),
    Text("Change the lines of the file, or leave the option out."),
)


def examine_applications(
    files: Sequence[Path], given: Given, law: Law, as_of: date, *, of: Collection[str] = ()
) -> tuple[Examination, ...]:
    """Examine whole dossiers.

    Args:
        files: one dossier each.
        given: what was typed, which replaces what the dossiers say.
        law: parameters and regimes.
        as_of: the day from which deadlines are measured.
        of: ids of the clusters they are said to be of, if that is said.

    Raises:
        UsageError: a cluster is named of which there is no dossier, or what was typed has no one place in a dossier.
        UnusableFileError: a dossier cannot be read.
        InvalidDataError: a dossier is not valid.
    """
    read = [_with_given(read_dossier(file), given) for file in files]
    strangers = set(of) - {item.dossier.cluster for item in read}
    if strangers:
        message = Text(
            "no dossier is that of {clusters}; leave the name out, or give its dossier",
            clusters=Listed(tuple(sorted(strangers))),
        )
        raise UsageError(message, NO_DOSSIER_FOR_CLUSTER)
    return tuple(
        examine(
            whole_dossier(item, law, as_of),
            Depth.DOSSIER,
            name=item.dossier.name or item.dossier.id,
            figures=DatedFigures.of(_year_of_accounts(item.dossier), as_of),
        )
        for item in read
    )


def _year_of_accounts(dossier: Dossier) -> int | None:
    """Return the latest year of the accounts by which difficulty is judged: those of a body that is no SME."""
    ratios = () if dossier.organisation.sme else dossier.accounts.ratios or ()
    return max((year.year for year in ratios), default=None)


def _with_given(file: DossierFile, given: Given) -> DossierFile:
    """Return a dossier with what was typed in place of what it says."""
    _refuse_what_lines_give(file, given)
    options = {
        "aid.award_date": (given.award_date, "--award-date"),
        "totals.eligible_costs": (given.eligible_costs, "--eligible-costs"),
        "totals.public_aid": (given.public_aid, "--public-aid"),
    }
    if given.grant is not None:
        options[_grant_fact(file)] = (given.grant, "--grant")
    facts = {fact: (str(value), option) for fact, (value, option) in options.items() if value is not None}
    return dossier_of(file.document, facts) if facts else file


def _refuse_what_lines_give(file: DossierFile, given: Given) -> None:
    """Refuse a total that the lines of a dossier add up to."""
    for option, total, lines, name in (
        ("--eligible-costs", given.eligible_costs, file.dossier.costs, "costs"),
        ("--public-aid", given.public_aid, file.dossier.resources, "resources"),
    ):
        if total is not None and lines is not None:
            message = Text(
                "{option} does not go with --dossier: the lines under {lines} of {file} add up to it",
                option=option,
                lines=name,
                file=file.document.file,
            )
            raise UsageError(message, TOTAL_AND_LINES, hint=Text("change the lines, or leave the option out"))


def _grant_fact(file: DossierFile) -> str:
    """Return where a dossier holds the grant that ``--grant`` replaces."""
    if file.dossier.resources is None:
        return "totals.grant"
    asked = [index for index, line in enumerate(file.dossier.resources) if line.status is ResourceStatus.REQUESTED]
    if len(asked) != 1:
        message = Text(
            "--grant replaces the one resource with status: requested; {file} has {count}",
            file=file.document.file,
            count=Count(len(asked)),
        )
        raise UsageError(message, NO_SINGLE_GRANT)
    return f"resources[{asked[0]}].amount"
