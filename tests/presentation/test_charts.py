"""Charts of plain characters."""

from decimal import Decimal

import pytest

from clusters_cli.presentation.charts import WIDTH, drawn
from clusters_cli.presentation.formats.markdown import to_markdown
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import BarOf, ChartOf, ReportOf


def in_english(chart: ChartOf[str], width: int = WIDTH) -> str:
    """Draw a chart for somebody who reads English."""
    return drawn(chart, "en", width)


def test_bars_are_to_scale_and_the_light_part_shows_how_far_it_went() -> None:
    chart = ChartOf("Cash", (BarOf("a", Decimal(10), note="peak"), BarOf("b", Decimal(5), Decimal(10))))

    title, first, second = in_english(chart, 41).splitlines()

    assert (title, first.count("█")) == ("Cash", 2 * second.count("█"))
    assert second.count("█") == second.count("░")
    assert first.endswith("◄ peak")


def test_bars_below_zero_stand_left_of_the_zero_line() -> None:
    _title, above, below = in_english(ChartOf("", (BarOf("a", Decimal(10)), BarOf("b", Decimal(-10))))).splitlines()

    assert above.index("│") == below.index("│")
    assert above.index("█") > above.index("│") > below.index("█")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_chart_keeps_to_its_width(width: int) -> None:
    bars = tuple(BarOf(f"2023-{number:02}", Decimal(number * 7919 - 40_000), note="peak") for number in range(1, 13))

    assert max(map(len, in_english(ChartOf("", bars), width).splitlines())) <= width


def test_nothing_to_draw_is_a_title_or_empty_bars() -> None:
    assert in_english(ChartOf("Nothing", ())) == "Nothing"
    assert "█" not in in_english(ChartOf("", (BarOf("a", Decimal(0)),)))


def test_a_long_title_is_broken_between_words() -> None:
    title = "annual-30-30-40: in how many draws the fund that carries all clusters lies in each range (€)"
    lines = in_english(ChartOf(title, (BarOf("2025", Decimal(1)),)), 80).splitlines()[:2]

    assert " ".join(lines) == title
    assert max(map(len, lines)) <= 80


def test_less_than_half_a_euro_below_zero_is_no_negative_zero() -> None:
    chart = in_english(ChartOf("Balance", (BarOf("January", Decimal("-0.4")), BarOf("February", Decimal(100)))))

    assert "-0" not in chart


def test_no_label_ends_the_block_of_code_that_holds_a_chart_in_markdown() -> None:
    chart = ChartOf("````", (BarOf("```", Decimal(1)),))

    lines = to_markdown(ReportOf("t", {}, charts=(chart,)), Reader()).splitlines()

    assert lines[0] == lines[-1] == "`````"


def test_small_amounts_are_written_to_the_cent_and_counts_stay_whole() -> None:
    cents = in_english(ChartOf("", (BarOf("2023", Decimal("0.25")), BarOf("2024", Decimal("-0.01")))))
    counts = in_english(ChartOf("", (BarOf("2023", Decimal(25)), BarOf("2024", Decimal(1)))))

    assert [line.split()[1] for line in cents.splitlines()[1:]] == ["0.25", "-0.01"]
    assert [line.split()[1] for line in counts.splitlines()[1:]] == ["25", "1"]
