"""What an answer on treasury says beside the plans: on which day, from old figures, by which scheme that is assumed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clusters_cli.commands.shared.default_scheme import with_default
from clusters_cli.commands.shared.law_notes import with_replacements
from clusters_cli.commands.shared.old_figures import FigureInUse, old_figure_notes
from clusters_cli.commands.treasury.comparison import Scenario
from clusters_cli.commands.treasury.scenarios import AskedTreasury
from clusters_cli.foundations.text import Text, Value
from clusters_cli.presentation.report import Report
from clusters_cli.registry import default_scheme


def with_notes(plain: Report, found: Sequence[Scenario], asked: AskedTreasury) -> Report:
    """Return a report that says on what its answer rests.

    Args:
        plain: the report of the plans.
        found: the plans.
        asked: what was asked.
    """
    grants = [grant for one in found for grant in one.plan.grants]
    is_assumed = any(grant.is_assumed for grant in grants)
    report = with_default(plain, default_scheme(asked.registry) if is_assumed else None, asked.registry)
    used = [name for grant in grants for name in grant.plan.schemes]
    report = with_replacements(report, asked.schemes.among(used))
    depends_on_day = any(one.file is None for one in asked.subjects)
    notes = (*_hidden(asked), *report.notes, *_old_figures(found, asked))
    return replace(report, notes=notes, as_of=asked.day if depends_on_day else None)


def _hidden(asked: AskedTreasury) -> Iterator[Value]:
    """Say of a file that it stands before a cluster of the same name."""
    for one in asked.subjects:
        if one.hidden is not None:
            yield Text("{file} is a file here and a cluster too: the file is planned.", file=one.typed)


def _old_figures(found: Sequence[Scenario], asked: AskedTreasury) -> tuple[Text, ...]:
    forecasts = (one.plan.forecast for one in found)
    used = [FigureInUse(one.name, "budget", one.balanced.year) for one in forecasts if one.balanced is not None]
    return old_figure_notes(used, asked.day)
