"""What is asked to be otherwise: another payment scheme for one funder, and money that comes later than planned.

A name that is typed may be that of a funder, of a line or of a kind of line; it must be certain which lines it means.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from clusters_cli.cashflow import Flow, Terms
from clusters_cli.dossier import CashKind
from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.names import fold, nearest
from clusters_cli.foundations.text import Listed, Text, one_of
from clusters_cli.foundations.words import find_word
from clusters_cli.registry.models import InstalmentKind, PaymentScheme
from clusters_cli.treasury.lines import PlannedLine

UNKNOWN_FUNDER = Explanation(
    "USE181",
    Text("a funder or a line that the plan does not have"),
    Text("An option names a funder, a line or a kind of line, and nothing in the plan is called so."),
    Text("Type the funder, or the label of the line, as the plan prints it; the message names the nearest."),
    example="clusters treasury registry/application.yaml --late Regoin=2m",
)
AMBIGUOUS_FUNDER = Explanation(
    "USE182",
    Text("two funders of one name"),
    Text("An option names a funder, and two different funders of the plan are called so."),
    Text("Name the line by its label, or give the funders names of their own in the application file."),
    example="clusters treasury registry/two-funders.yaml --late Metropole=2m",
)


@dataclass(frozen=True, slots=True)
class Named:
    """What an option may call a line by.

    Attributes:
        key: of the line.
        label: its label.
        kind: of which kind it is.
        funder: who gives or lends it; ``None`` where nobody is named.
        who: what the funder is, such as the State; two that are called alike and are not the same are told apart by it.
        words: other names of it, such as the kind of its funder or the id of its agreement.
    """

    key: str
    label: str
    kind: CashKind
    funder: str | None = None
    who: str | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What is asked to be otherwise than it is written or was signed.

    Attributes:
        asked_for: the payment scheme of the grants that an application file asks for.
        schemes: payment schemes by the name of a funder or of a line, as typed.
        late: how much later money moves, by what is late, as typed: a kind of instalment, a funder, a line or a kind
            of line.
    """

    asked_for: PaymentScheme | None = None
    schemes: Mapping[str, PaymentScheme] = field(default_factory=dict)
    late: Mapping[str, Duration] = field(default_factory=dict)

    @property
    def is_asked(self) -> bool:
        """Whether another payment scheme is asked for."""
        return self.asked_for is not None or bool(self.schemes)

    @property
    def late_kinds(self) -> Mapping[InstalmentKind, Duration]:
        """How much later instalments of a kind are paid."""
        found = ((find_word(InstalmentKind, name), delay) for name, delay in self.late.items())
        return {kind: delay for kind, delay in found if kind is not None}

    def late_lines(self, lines: Sequence[Named]) -> Mapping[str, Duration]:
        """Return by the key of a line how much later its money moves, where the line itself is late.

        Raises:
            UsageError: a name is that of nothing in the plan, or of two funders.
        """
        found: dict[str, Duration] = {}
        for name, delay in self.late.items():
            if find_word(InstalmentKind, name) is None:
                found.update(dict.fromkeys(called(name, lines, "--late"), delay))
        return found

    def schemes_of(self, grants: Sequence[Named]) -> Mapping[str, PaymentScheme]:
        """Return by the key of a line which payment scheme is put in place of its own.

        Raises:
            UsageError: a name is that of no grant in the plan, or of two funders.
        """
        named = ((called(name, grants, "--scheme"), scheme) for name, scheme in self.schemes.items())
        return {key: scheme for keys, scheme in named for key in keys}


def called(name: str, lines: Sequence[Named], option: str) -> tuple[str, ...]:
    """Return the keys of the lines that a name means: those of a funder, else of a label, else of a kind.

    Args:
        name: as typed; case, accents and spaces make no difference.
        lines: what it may be the name of.
        option: what it was typed after.

    Raises:
        UsageError: nothing is called so, or two funders are.
    """
    wanted = fold(name)
    by_funder = [line for line in lines if line.funder is not None and fold(line.funder) == wanted]
    whose = {line.who for line in by_funder if line.who is not None}
    if len(whose) > 1:
        labels = tuple(line.label for line in by_funder)
        message = Text("{option}: {count} funders are called {name!r}", option=option, name=name)
        hint = Text("name a line by its label: {labels}", labels=one_of(labels))
        raise UsageError(message.given(count=len(whose)), AMBIGUOUS_FUNDER, hint=hint)
    kind = find_word(CashKind, name)
    ways = (
        by_funder,
        [line for line in lines if fold(line.label) == wanted],
        [line for line in lines if wanted in map(fold, line.words)],
        [line for line in lines if line.kind is kind],
    )
    found = next(filter(None, ways), None)
    if found is None:
        raise _unknown(name, lines, option)
    return tuple(line.key for line in found)


def later(terms: Terms, delay: Duration | None) -> Terms:
    """Return the assumptions of a grant of which every instalment is paid later by so much, whatever its kind."""
    return terms if delay is None else replace(terms, late=dict.fromkeys(InstalmentKind, delay))


def delayed(line: PlannedLine, delay: Duration | None) -> PlannedLine:
    """Return a line whose money moves later by so much."""
    if delay is None:
        return line
    return replace(line, flows=tuple(Flow(delay.after(flow.day), flow.amount) for flow in line.flows))


def _unknown(name: str, lines: Iterable[Named], option: str) -> UsageError:
    known = tuple(dict.fromkeys(word for line in lines for word in (line.funder, line.label) if word))
    message = Text("{option}: nothing in the plan is called {name!r}", option=option, name=name)
    near = nearest(name, known, 1)
    hint = Text("did you mean {name}?", name=near[0]) if near else Text("it has {names}", names=Listed(known))
    return UsageError(message, UNKNOWN_FUNDER, hint=hint if known else None)
