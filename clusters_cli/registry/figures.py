"""The figures and facts that a registry states of an organisation, each declared once.

What a figure is called, what kind of value it has, and where it is asked for, is said here; the models' fields refer to
it by name, and ``show``, ``list``, ``stats``, ``audit``, claims, exports and the index derive from it.  Plain values,
without the models: a list is read from the index without loading them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from clusters_cli.foundations.text import Text


class FigureKind(StrEnum):
    """What a yearly figure counts."""

    COUNT = "count"
    """Things, such as members: a whole number."""
    NUMBER = "number"
    """Something that has parts, such as full-time equivalents."""
    AMOUNT = "amount"
    """Euros."""
    TEAM = "team"
    """People, in the several units that sources use; each unit is a figure of its own, and they are not added up."""
    SHARE = "share"
    """A part of a whole: two sources can dispute it, and shares of different wholes are not added up."""
    GRANTS = "grants"
    """Grants by funder: several amounts, each with who gives it."""
    NAME = "name"
    """No number: a name that stands beside figures."""


class FactKind(StrEnum):
    """How a fact is written."""

    LINE = "line"
    """A name, a code, an id, an address, as the source writes it."""
    WORD = "word"
    """One of a closed set of words."""
    PROSE = "prose"
    """A text in the languages of the registry."""
    DATE = "date"
    """A year, a month or a day."""
    PLACE = "place"
    """The id of a place."""
    NAMES = "names"
    """Several names."""


class Expected(StrEnum):
    """Who asks for a value, so that it is missed where nobody states it; what nobody expects is missed nowhere."""

    READERS = "readers"
    """Somebody who is shown an organisation, that is all."""
    EVERYWHERE = "everywhere"
    """An audit too, of every organisation."""
    CLUSTERS = "clusters"
    """An audit too, of clusters."""
    SUPPORTED = "supported"
    """An audit too, of what a public funder supports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A yearly figure; a field of ``Figures`` has its name, or a field of ``Team`` where it is one unit of the team.

    Attributes:
        name: its key in files and for programs.
        kind: what it counts.
        label: what it is called beside its value.
        heading: what it is called above a column, with its unit.
        unit: what it counts, where it stands among the other units of a team.
        summed: whether it is added up over clusters.
        listed: whether ``list`` can show it.
        minor: whether a narrow terminal may leave its column out.
        expected: who misses it where no source gives it.
    """

    name: str
    kind: FigureKind
    label: Text
    heading: Text | None = None
    unit: Text | None = None
    summed: bool = False
    listed: bool = False
    minor: bool = False
    expected: Expected | None = None

    def __post_init__(self) -> None:
        if (self.summed or self.listed) and self.heading is None:
            raise ValueError(f"the figure {self.name} is a column of a table, and its declaration has no heading")
        if (self.summed or self.listed) and not self.is_one_number:
            raise ValueError(f"the figure {self.name} is no single number, so that it is neither listed nor summed")

    @property
    def is_one_number(self) -> bool:
        """Whether it is one number, which can be compared and added up."""
        return self.kind in (FigureKind.COUNT, FigureKind.NUMBER, FigureKind.AMOUNT)

    @property
    def above(self) -> Text:
        """What stands above its column."""
        return self.heading or self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact of which several sources may each make a statement; a field of the organisation's model has its name.

    Attributes:
        name: its key in files and for programs.
        kind: how it is written.
        label: what it is called beside its value.
        expected: who misses it where no source states it.
        disputed: whether two sources that state two things contradict each other.
        of_reference: whether lists and calculations take the reference source's word only.
    """

    name: str
    kind: FactKind
    label: Text
    expected: Expected | None = None
    disputed: bool = True
    of_reference: bool = False


FIGURES = (
    Figure(
        name="members",
        kind=FigureKind.COUNT,
        label=Text("members"),
        heading=Text("Members"),
        summed=True,
        listed=True,
        expected=Expected.EVERYWHERE,
    ),
    Figure(
        name="regional_companies",
        kind=FigureKind.COUNT,
        label=Text("regional companies"),
        heading=Text("Regional companies"),
        summed=True,
        listed=True,
        minor=True,
        expected=Expected.CLUSTERS,
    ),
    Figure(name="team", kind=FigureKind.TEAM, label=Text("team"), expected=Expected.EVERYWHERE),
    Figure(
        name="budget",
        kind=FigureKind.AMOUNT,
        label=Text("budget"),
        heading=Text("Budget (€)"),
        summed=True,
        listed=True,
        expected=Expected.EVERYWHERE,
    ),
    Figure(
        name="regional_grant",
        kind=FigureKind.AMOUNT,
        label=Text("grant of the Région"),
        heading=Text("Grant (€)"),
        summed=True,
        listed=True,
        expected=Expected.SUPPORTED,
    ),
    Figure(
        name="state_grant",
        kind=FigureKind.AMOUNT,
        label=Text("grant of the State"),
        expected=Expected.READERS,
    ),
    Figure(name="grants", kind=FigureKind.GRANTS, label=Text("grant of another public funder")),
    Figure(name="dues", kind=FigureKind.AMOUNT, label=Text("dues"), expected=Expected.READERS),
    Figure(name="services_sold", kind=FigureKind.AMOUNT, label=Text("services sold"), expected=Expected.READERS),
    Figure(name="private_share", kind=FigureKind.SHARE, label=Text("private share of the budget")),
    Figure(name="funded_post", kind=FigureKind.AMOUNT, label=Text("cost of the funded post")),
)
"""The yearly figures, in the order in which they are shown."""

TEAM = (
    Figure(
        name="fte",
        kind=FigureKind.NUMBER,
        label=Text("staff, full-time equivalents"),
        heading=Text("FTE"),
        unit=Text("FTE"),
        summed=True,
        minor=True,
    ),
    Figure(name="fte_in_region", kind=FigureKind.NUMBER, label=Text("FTE in the region")),
    Figure(
        name="permanents",
        kind=FigureKind.NUMBER,
        label=Text("staff, permanents"),
        heading=Text("Permanents"),
        unit=Text("permanents"),
        summed=True,
        minor=True,
    ),
    Figure(name="apprentices", kind=FigureKind.COUNT, label=Text("apprentices")),
    Figure(name="volunteers", kind=FigureKind.COUNT, label=Text("volunteers")),
    Figure(name="experts", kind=FigureKind.COUNT, label=Text("experts")),
    Figure(name="seconded", kind=FigureKind.NUMBER, label=Text("seconded")),
    Figure(name="seconded_by", kind=FigureKind.NAME, label=Text("seconded by")),
)
"""The units in which sources count a team."""

FACTS = (
    Fact(name="full_name", kind=FactKind.LINE, label=Text("full name")),
    Fact(name="seat", kind=FactKind.PLACE, label=Text("seat"), expected=Expected.EVERYWHERE),
    Fact(name="founded", kind=FactKind.DATE, label=Text("founded"), expected=Expected.EVERYWHERE),
    Fact(name="domain", kind=FactKind.LINE, label=Text("domain"), expected=Expected.CLUSTERS),
    Fact(name="vocations", kind=FactKind.LINE, label=Text("vocations"), disputed=False),
    Fact(name="activity", kind=FactKind.PROSE, label=Text("activity"), expected=Expected.READERS, disputed=False),
    Fact(name="legal_form", kind=FactKind.WORD, label=Text("legal form"), expected=Expected.EVERYWHERE),
    Fact(name="siren", kind=FactKind.LINE, label=Text("SIREN"), expected=Expected.READERS),
    Fact(name="siret", kind=FactKind.LINE, label=Text("SIRET")),
    Fact(name="website", kind=FactKind.LINE, label=Text("website"), expected=Expected.EVERYWHERE),
    Fact(name="stated_maturity", kind=FactKind.WORD, label=Text("stated maturity"), of_reference=True),
    Fact(name="regions", kind=FactKind.NAMES, label=Text("regions"), disputed=False),
)
"""The facts, in the order in which they are shown."""

FIGURE_BY_NAME: Mapping[str, Figure] = {figure.name: figure for figure in (*FIGURES, *TEAM)}
FACT_BY_NAME: Mapping[str, Fact] = {fact.name: fact for fact in FACTS}
NUMBERS = tuple(figure for figure in FIGURES if figure.is_one_number)
"""The figures that can be added up over organisations."""
DISPUTABLE = tuple(figure for figure in FIGURES if figure.is_one_number or figure.kind is FigureKind.SHARE)
"""The figures that two sources can dispute."""
SUMMED = tuple(
    summed for figure in FIGURES for summed in (TEAM if figure.kind is FigureKind.TEAM else (figure,)) if summed.summed
)
"""What is added up over clusters.

Staff stands in the units of its source, full-time equivalents or permanents, which are never added together.
"""

_OTHER_FIELDS = {
    "support": Text("support"),
    "programme": Text("programme"),
    "programmes": Text("programmes"),
    "agreements": Text("agreements"),
    "label": Text("label"),
    "federates": Text("federates"),
    "ended": Text("end"),
    "successor": Text("followed by"),
    "region": Text("region"),
    "amounts": Text("amounts"),
    "period": Text("period"),
    "counts": Text("number of pôles"),
    "yearly_funding": Text("yearly funding of the State"),
    "conditions": Text("terms"),
    "payment_scheme": Text("payment scheme"),
    "advance": Text("advance"),
    "follow_up": Text("what became of it"),
}
"""What else one can know, or miss, of an organisation, a programme or a phase of the policy."""


def label_of(field: str) -> Text | None:
    """Return what a figure, a fact or another field is called; ``None`` for a topic that a registry chose itself.

    >>> label_of("regional_grant").template
    'grant of the Région'
    """
    declared = FIGURE_BY_NAME.get(field) or FACT_BY_NAME.get(field)
    return declared.label if declared else _OTHER_FIELDS.get(field)
