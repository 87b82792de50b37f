"""What ``clusters treasury`` takes to hold a plan against what really happened."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar

import typer

from clusters_cli.commands.shared import typed_words, values
from clusters_cli.commands.shared.conflicts import refuse_idle
from clusters_cli.commands.shared.reader import _
from clusters_cli.foundations.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters_cli.treasury import EntryDay, FileEncoding

_OF_ACTUALS = ("--mapping", "--real-cash", "--shift-overdue", "--keep-early", "--encoding", "--entry-day")
ActualsOption = Annotated[
    Path | None,
    typer.Option(
        "--actuals",
        metavar="FILE",
        help=_("What really moved: a bank's CSV, or the accounting entries (FEC). The plan goes on from there."),
    ),
]
MappingOption = Annotated[
    Path | None,
    typer.Option("--mapping", metavar="FILE", help=_("Rules that tell which movement belongs to which line.")),
]
RealCashOption = Annotated[
    str | None,
    typer.Option(
        "--real-cash", metavar="AMOUNT", help=_("Cash really there on the file's last evening, if it does not tell it.")
    ),
]
ShiftOverdueOption = Annotated[
    bool, typer.Option("--shift-overdue", help=_("Plan what is overdue again, on the day after the file's last one."))
]
KeepEarlyOption = Annotated[
    bool, typer.Option("--keep-early", help=_("Keep planning what came before its day: more than planned came."))
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        "--encoding", metavar="ENCODING", help=_("How the file is written, if its bytes do not show it: windows-1252.")
    ),
]
EntryDayOption = Annotated[
    str | None,
    typer.Option(
        "--entry-day",
        metavar="booking|document",
        help=_("Which date of an accounting entry is that of the payment.  [default: booking]"),
    ),
]


@dataclass(frozen=True, slots=True)
class ActualsOptions:
    """What really happened, and how it is read."""

    QUESTION: ClassVar[str] = _("What really happened?")

    actuals: ActualsOption = None
    mapping: MappingOption = None
    real_cash: RealCashOption = None
    shift_overdue: ShiftOverdueOption = False
    keep_early: KeepEarlyOption = False
    encoding: EncodingOption = None
    entry_day: EntryDayOption = None

    def refuse_idle(self, given: "Sequence[str]") -> None:
        """Refuse what says how a file of actuals is read where none is given.

        Raises:
            UsageError: one of them was typed.
        """
        for option in _OF_ACTUALS:
            if self.actuals is None and option in given:
                refuse_idle(option, Text("no file of what happened is given"), Text("add --actuals FILE"))

    def cash(self) -> Decimal | None:
        """Return the real cash that is typed, in euros.

        Raises:
            UsageError: it cannot be read.
        """
        return values.signed_amount(self.real_cash, "--real-cash")

    def written(self) -> "FileEncoding | None":
        """Return the encoding that is typed.

        Raises:
            UsageError: there is no such one.
        """
        from clusters_cli.treasury import FileEncoding

        return None if self.encoding is None else typed_words.word(FileEncoding, self.encoding, "--encoding")

    def day(self) -> "EntryDay":
        """Return which date of an accounting entry counts.

        Raises:
            UsageError: it is neither.
        """
        from clusters_cli.treasury import EntryDay

        return EntryDay.BOOKING if self.entry_day is None else typed_words.word(EntryDay, self.entry_day, "--entry-day")
