"""What a command returns: a report, and how the user wants it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters_cli.presentation.output import Output

if TYPE_CHECKING:
    from clusters_cli.presentation.report import Report


@dataclass(frozen=True, slots=True)
class Answer:
    """A command's report and where it goes."""

    report: "Report"
    output: Output
