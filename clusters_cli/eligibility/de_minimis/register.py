"""What a copy of the public register of de minimis aid tells of an undertaking.

The register is the data set ``aides_minimis`` of data.economie.gouv.fr, which data.gouv.fr gives too.  Its amounts are
gross grant equivalents in euros with a decimal point.  Only the rows of the undertaking that is asked about are read to
the last cell: of the others it is enough to know that they are others'.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from clusters_cli.eligibility.de_minimis.awards import DeMinimisAward
from clusters_cli.eligibility.de_minimis.de_minimis_words import AwardSource, DeMinimisRule
from clusters_cli.eligibility.de_minimis.future_awards import future_award
from clusters_cli.eligibility.de_minimis.register_table import KNOWN, RegisterRow, RegisterTable, invalid, read_table
from clusters_cli.eligibility.de_minimis.undertakings import SingleUndertaking, Undertaking, siren_in
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.problems import Problem
from clusters_cli.foundations.reading import amounts, days
from clusters_cli.foundations.reading.refusals import echoed
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text, one_of

UNREADABLE_CELL = Explanation(
    "DOS603",
    Text("a cell of the register that cannot be read"),
    Text(
        "The day, the amount or the regulation of an aid to the undertaking that is asked about is missing, or cannot "
        "be read with certainty: without it nothing can be added up."
    ),
    Text(
        "Ask the authority that gave the aid, and write what it says in the copy; or take the row out of the copy and "
        "type the award with --award."
    ),
)
RULES: Mapping[str, DeMinimisRule] = {
    "Minimis": DeMinimisRule.GENERAL,
    "Minimis_SIEG": DeMinimisRule.SGEI,
    "Minimis_Peche": DeMinimisRule.FISHERIES,
}
"""How the register names the regulation of an aid; it names no other before 2027, when farming enters it."""
ReadT = TypeVar("ReadT")


@in_data(without=("awards",))
@dataclass(frozen=True, slots=True)
class RegisterCopy:
    """A copy of the register, and what it tells of an undertaking.

    Attributes:
        file: its name.
        rows: how many aids it holds, of anybody.
        unnumbered: how many of them name their beneficiary by no SIREN, so that whose they are is not told.
        reaches: the latest day on which an aid of it was declared, or awarded where no such day is told; ``None`` where
            it tells neither.
        others: columns that are not known of the register, and are not read.
        awards: the aids to the undertaking by the day asked.
        later: how many more were awarded after that day, and declared since.
    """

    file: str
    rows: int
    unnumbered: int
    reaches: date | None
    others: tuple[str, ...]
    awards: tuple[DeMinimisAward, ...]
    later: int = 0


def read_register(path: Path, group: SingleUndertaking, day: date) -> RegisterCopy:
    """Read from a copy of the register what it tells of an undertaking by a day.

    Raises:
        UnusableFileError: the file cannot be read.
        InvalidDataError: it is no copy of the register, or a row of the undertaking cannot be read with certainty, or
            is dated after the day asked; every problem is told with its place.
    """
    table = read_table(path)
    problems: list[Problem] = []
    theirs = [(row, one) for row in table.rows if (one := group.of_number(siren_in(row["identifiant_beneficiaire"])))]
    read = [award for row, one in theirs if (award := _award(row, one, day, problems))]
    if problems:
        raise invalid(table.file, problems)
    return RegisterCopy(
        table.file,
        len(table.rows),
        sum(1 for row in table.rows if siren_in(row["identifiant_beneficiaire"]) is None),
        max(_days_told(table), default=None),
        tuple(column for column in table.columns if column not in KNOWN),
        tuple(award for award in read if award.first <= day),
        sum(1 for award in read if award.first > day),
    )


def _days_told(table: RegisterTable) -> Iterator[date]:
    """Yield the days on which aids were declared, or awarded; what cannot be read is somebody else's."""
    for row in table.rows:
        for column in ("date_declaration", "date_octroi"):
            try:
                yield days.day(row[column])
                break
            except RefusedError:
                continue


def _award(row: RegisterRow, undertaking: Undertaking, day: date, problems: list[Problem]) -> DeMinimisAward | None:
    awarded = _read(row, "date_octroi", days.day, problems)
    amount = _read(row, "montant_esb", _amount, problems)
    rule = _read(row, "regime", _rule, problems)
    if awarded is None or amount is None or rule is None:
        return None
    if awarded > day and not _was_declared_by_then(row, awarded):
        problems.append(future_award(row.position, "date_octroi", awarded, day))
        return None
    return DeMinimisAward(
        awarded,
        awarded,
        amount,
        rule,
        undertaking,
        AwardSource.REGISTER,
        authority=row["autorite"] or None,
        place=str(row.position),
    )


def _was_declared_by_then(row: RegisterRow, awarded: date) -> bool:
    """Whether an aid was declared once it was awarded: then its day, though after the day asked, is what it says."""
    try:
        return days.day(row["date_declaration"]) >= awarded
    except RefusedError:
        return False


def _read(row: RegisterRow, column: str, reader: Callable[[str], ReadT], problems: list[Problem]) -> ReadT | None:
    """Read a cell; one that cannot be read is a problem."""
    reason = Text("is missing")
    if row[column]:
        try:
            return reader(row[column])
        except RefusedError as error:
            reason = error.reason
    problems.append(Problem(UNREADABLE_CELL, row.position, reason, path=column))
    return None


def _amount(text: str) -> Decimal:
    return amounts.amount(text, decimal_sign=".")


def _rule(text: str) -> DeMinimisRule:
    if text not in RULES:
        known = one_of(RULES)
        raise RefusedError(Text("{found} is none of the regulations {known}", found=echoed(text), known=known))
    return RULES[text]
