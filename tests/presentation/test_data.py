"""Results as data: which fields programs get, under which names, in which order."""

from dataclasses import dataclass, replace

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.text import Text
from clusters_cli.maturity import Unit
from clusters_cli.presentation.data import record, to_data
from clusters_cli.registry.loading import MISSING_FILE


@dataclass(frozen=True)
class Place:
    """Where something stands."""

    page: int | None = None
    note: Text | str | None = None


@dataclass(frozen=True)
class Narrower(Place):
    """A place with a line."""

    line: int = 1


@in_data(spread=("place",), sentences=("told",), value="found")
@dataclass(frozen=True)
class Figure:
    """A figure, and the place that gives it."""

    value: int
    place: Place | None = None
    told: Text | str | None = None

    @computed
    def double(self) -> int:
        """Twice the value."""
        return 2 * self.value


@in_data(spread=("figure",), without=("hidden",))
@dataclass(frozen=True)
class Answer:
    """An answer that rests on a figure."""

    figure: Figure | None
    hidden: int = 0


@in_data(taken={"figure": ("found", "page")})
@dataclass(frozen=True)
class Quoted:
    """A figure of which two fields matter."""

    figure: Figure | None


def test_a_spread_field_gives_its_own_fields_in_its_place() -> None:
    assert list(record(Figure(3, Place(7)))) == ["found", "page", "note", "told", "double"]


def test_a_spread_field_without_a_value_gives_its_names_without_values() -> None:
    assert record(Figure(3)) == {"found": 3, "page": None, "note": None, "told": None, "double": 6}


def test_what_a_missing_value_would_spread_is_without_values_too() -> None:
    assert set(record(Answer(None))) == set(record(Answer(Figure(3, Place(7)))))


def test_a_spread_field_gives_the_fields_it_is_declared_with_whatever_its_value_holds_besides() -> None:
    assert "line" not in record(Figure(3, Narrower(7, line=4)))


def test_what_a_class_says_itself_stands_before_what_it_inherits() -> None:
    assert list(to_data(Narrower(7))) == ["line", "page", "note"]


def test_of_a_field_that_is_taken_in_part_only_the_fields_named_stand_in_its_place() -> None:
    assert record(Quoted(Figure(3, Place(7)))) == {"found": 3, "page": 7}
    assert record(Quoted(None)) == {"found": None, "page": None}


def test_a_field_that_holds_a_sentence_is_one_in_plain_words_too_and_where_it_is_spread() -> None:
    sentence = {"message": "as printed", "template": "as printed", "values": {}}

    assert to_data(Answer(Figure(3, told="as printed")))["told"] == sentence


def test_a_closed_word_in_a_sentence_is_a_value_and_keeps_its_spelling() -> None:
    told = to_data(Figure(3, told=Unit.FTE))["told"]

    assert told == {"message": "FTE", "template": "{part1}", "values": {"part1": "fte"}}


def test_words_that_are_no_sentence_are_plain_text_in_english() -> None:
    problem = Problem(
        MISSING_FILE, Position("sources.yaml"), Text("is missing"), entity=Text("cluster {id}", id="alpha")
    )

    assert to_data(problem)["entity"] == "cluster alpha"
    assert to_data(replace(problem, entity=None))["entity"] is None


def test_a_length_of_time_is_the_text_that_writes_it() -> None:
    assert to_data({"delay": Duration(months=12, days=1)}) == {"delay": "12m 1d"}
