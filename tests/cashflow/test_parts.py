"""A grant in parts: a base part and a project part, each with its amount, its instalments and its advance."""

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from clusters_cli.cashflow.advance import curve
from clusters_cli.cashflow.plan import Plan, make_plan, received
from clusters_cli.cashflow.splits import Split
from clusters_cli.cashflow.terms import Terms
from clusters_cli.commands.shared import payment_values
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.presentation.languages import word
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.schemes import PaymentScheme
from tests.conftest import Cli
from tests.wording import refused, said

GRANT = Decimal(130_000)
OWN = """
schemes:
- id: in-parts
  name: {en: Base and projects}
  agreement: {years: 3, signature: 03-31, renewal: 01-01}
  payment_delay: 60d
  instalments:
  - {kind: advance, share: 75%, anchor: signature}
  - {kind: balance, share: 25%, anchor: year-end, offset: 6m}
  parts:
  - {id: base, name: {en: Base}, share: 8/13}
  - id: project
    name: {en: Projects}
    share: 5/13
    payment_delay: 30d
    instalments:
    - {kind: advance, share: 1/2, anchor: date, on: 09-30}
    - {kind: balance, share: 1/2, anchor: year-end, offset: 3m}
"""


@pytest.fixture
def scheme(registry: Registry) -> PaymentScheme:
    (found,) = (one for one in registry.schemes.entries if one.id == "triennial-parts")
    return found


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "own.yaml"
    file.write_text(OWN, encoding="utf-8")
    return file


def planned(scheme: PaymentScheme, split: Split, grant: Decimal = GRANT) -> Plan:
    return make_plan(scheme, grant, Terms(2023, split=split))


def shares(**parts: str) -> Split:
    return Split({name: Fraction(share) for name, share in parts.items()})


def euros(whole: int | None = None, **parts: int) -> Split:
    amounts = {name: Fraction(amount) for name, amount in parts.items()}
    return Split(amounts, Fraction(whole or sum(parts.values())), in_euros=True)


@pytest.mark.parametrize(
    "split",
    [
        euros(base=80_000, project=50_000),
        euros(base=80_000, whole=130_000),
        shares(base="8/13"),
        shares(project="5/13"),
        euros(Socle=80_000, projets=50_000),
    ],
)
def test_a_split_is_said_in_euros_or_in_shares_and_one_part_may_be_left_out(
    split: Split, scheme: PaymentScheme
) -> None:
    assert [part.grant for part in planned(scheme, split).parts] == [Decimal(80_000), Decimal(50_000)]


@pytest.mark.parametrize(
    ("split", "reason"),
    [
        (shares(base="0.6", project="0.5"), "the parts come to 110%, not to 100%"),
        (shares(base="0.6", project="0.3"), "the parts come to 90%, not to 100%"),
        (shares(base="1"), "the parts come to 100% of 100%: nothing is left for project"),
        (euros(base=80_000, whole=70_000), "the parts come to €80,000 of €70,000: nothing is left for project"),
        (euros(base=1, project=2, whole=4), "the parts come to €3, not to €4"),
        (shares(basis="0.6"), "there is no part 'basis'"),
        (shares(base="0.6", socle="0.4"), "the part base is said twice"),
        (shares(base="0"), "the part base must be above zero"),
        (Split({}), "nothing says how much base and project are"),
    ],
)
def test_a_split_that_does_not_fit_is_refused(split: Split, reason: str, scheme: PaymentScheme) -> None:
    with refused(UsageError, match=f"--part: triennial-parts: {reason}"):
        planned(scheme, split)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("60", "did you mean --part base=60%?"),
        ("60,5", "did you mean --part base=60.5%?"),
        ("100", "its parts are base,"),
    ],
)
def test_euros_of_one_part_alone_are_no_grant_and_a_small_number_may_be_meant_in_percent(
    typed: str, hint: str, scheme: PaymentScheme
) -> None:
    split = payment_values.split([f"base={typed}"], None)

    with pytest.raises(UsageError) as no:
        planned(scheme, split or Split({}))

    assert "in euros every part must be given, or the grant with --grant; missing: project" in said(no.value)
    assert word(no.value.hint or "", "en").startswith(hint)


def test_beside_a_grant_that_is_typed_one_part_in_euros_may_be_left_out(scheme: PaymentScheme) -> None:
    split = payment_values.split(["base=60"], GRANT)

    assert split is not None
    assert [part.grant for part in planned(scheme, split).parts] == [Decimal(60), GRANT - 60]


def test_without_a_split_nothing_is_invented(scheme: PaymentScheme) -> None:
    with refused(UsageError, match="pays a grant in parts, and nothing says how it is split"):
        make_plan(scheme, GRANT, Terms(2023))


def test_the_parts_add_up_to_the_grant_and_their_advances_to_the_whole_day_by_day(scheme: PaymentScheme) -> None:
    plan = planned(scheme, shares(base="1/3"), Decimal("100000.01"))

    assert [part.grant for part in plan.parts] == [Decimal("33333.34"), Decimal("66666.67")]
    assert sum((one.amount for one in plan.instalments), Decimal()) == 3 * plan.grant
    alone = [{step.day: step.after for step in part.advance.steps} for part in plan.parts]
    for step in curve(plan.spending, received(plan.instalments)).steps:
        assert step.after == sum((steps[step.day] for steps in alone), Decimal())


def test_parts_paid_alike_make_a_cluster_advance_what_the_whole_does(registry: Registry, scheme: PaymentScheme) -> None:
    (triennial,) = (one for one in registry.schemes.entries if one.id == "triennial")
    split, whole = planned(scheme, shares(base="0.6")).summary, make_plan(triennial, GRANT, Terms(2023)).summary

    assert (
        (split.days_in_advance, split.peak_date) == (whole.days_in_advance, whole.peak_date) == (723, whole.peak_date)
    )
    assert abs(split.peak_advance - whole.peak_advance) <= Decimal("0.01")


def test_options_hold_for_every_part(scheme: PaymentScheme) -> None:
    terms = Terms(2023, split=shares(base="0.6"), balance_month=3, signature="05-15")
    payments = make_plan(scheme, GRANT, terms).instalments

    assert {(one.part, str(one.due)) for one in payments if one.period == "2023"} == {
        ("base", "2023-05-15"),
        ("base", "2024-03-31"),
        ("project", "2023-05-15"),
        ("project", "2024-03-31"),
    }


def test_both_parts_are_shown_alone_and_together(own: Path, cli: Cli, cli_json: Callable[..., Any]) -> None:
    asked = (
        "cashflow",
        "--grant",
        "130000",
        "--schemes",
        str(own),
        "--scheme",
        "in-parts",
        "--years",
        "1",
        "--start",
        "2023",
    )
    (plan,) = cli_json(*asked)["data"]["plans"]
    rows = list(csv.DictReader(io.StringIO(cli(*asked, "--by", "year", "-f", "csv").stdout)))
    output = cli(*asked).stdout

    assert [(part["id"], part["grant"], part["summary"]["peak_advance"]) for part in plan["parts"]] == [
        ("base", 80_000, 26_666.67),
        ("project", 50_000, 37_500),
    ]
    assert [(one["part"], one["amount"], one["paid"]) for one in plan["instalments"]] == [
        ("base", 60_000, "2023-05-30"),
        ("base", 20_000, "2024-08-29"),
        ("project", 25_000, "2023-10-30"),
        ("project", 25_000, "2024-04-30"),
    ]
    assert plan["summary"]["peak_advance"] < 26_666.67 + 37_500
    assert [(row["received_base"], row["advance_base"]) for row in rows] == [("60000", "20000"), ("20000", "0")]
    assert [(row["received_project"], row["advance_project"]) for row in rows] == [("25000", "25000"), ("25000", "0")]
    assert [row["received"] for row in rows] == ["85000", "45000"]
    assert "a grant, in-parts: €130,000 a year (Base €80,000, Projects €50,000)" in output
    assert "Part by part" in output


def test_parts_in_euros_are_the_grant(cli_json: Callable[..., Any]) -> None:
    parts = ("--part", "base=80 k€", "--part", "projets=50000")
    (plan,) = cli_json("cashflow", "nekoe", "--scheme", "triennial-parts", *parts)["data"]["plans"]

    assert (plan["grant"], [part["grant"] for part in plan["parts"]]) == (130_000, [80_000, 50_000])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nekoe", "dream", "--part", "base=80000", "--part", "project=1"), "2 clusters are named"),
        (("--part", "base=60%", "--part", "project=50000"), "shares and euros do not go together"),
        (("--part", "base"), "'base' is not PART=SHARE or PART=AMOUNT"),
        (("--part", "base=0.6"), "can be read in two ways: 60 %"),
        (("--part", "base=60%", "--part", "base=70%"), "--part base is given twice"),
    ],
)
def test_what_cannot_be_read_or_is_not_of_one_grant_is_refused(arguments: tuple[str, ...], said: str, cli: Cli) -> None:
    result = cli("cashflow", "--scheme", "triennial-parts", *arguments)

    assert result.exit_code == 2
    assert said in result.stderr


def test_all_schemes_leave_out_those_whose_split_nobody_says(cli: Cli, cli_json: Callable[..., Any]) -> None:
    alone = cli_json("cashflow", "nekoe", "--scheme", "all")["data"]["plans"]
    split = cli_json("cashflow", "nekoe", "--scheme", "all", "--part", "base=60%")["data"]["plans"]

    assert "triennial-parts" not in {plan["scheme"] for plan in alone}
    assert "triennial-parts" in {plan["scheme"] for plan in split}
    assert "triennial-parts is left out" in cli("cashflow", "nekoe", "--scheme", "all").stdout


def test_a_scheme_tells_its_parts(cli: Cli, cli_json: Callable[..., Any]) -> None:
    shown = cli_json("schemes", "show", "triennial-parts")["data"]["scheme"]

    assert [(part["id"], part["share"]) for part in shown["parts"]] == [("base", None), ("project", None)]
    assert "as you say" in cli("schemes", "show", "triennial-parts").stdout


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("share: 8/13", "share: 60%", "the shares of the parts must add up to 100%, or all be left out"),
        (", share: 8/13", "", "the shares of the parts must add up to 100%, or all be left out"),
        ("id: project", "id: base", "two parts of the grant have the same id"),
        ("{kind: advance, share: 1/2,", "{kind: advance, share: 1/3,", "part project: the shares of the instalments"),
        ("on: 09-30", "on: 01-15", "part project: instalment 1 (advance) would be due on"),
    ],
)
def test_parts_that_make_no_sense_are_refused(before: str, after: str, reason: str, own: Path, cli: Cli) -> None:
    own.write_text(OWN.replace(before, after), encoding="utf-8")

    result = cli("cashflow", "--grant", "1000", "--schemes", str(own), "--scheme", "in-parts")

    assert result.exit_code == 4
    assert reason in result.stderr


def test_a_part_alone_is_a_scheme_without_parts(scheme: PaymentScheme) -> None:
    assert [one.parts for one in scheme.alone] == [(), ()]
    with pytest.raises(RefusedError):
        scheme.model_copy(update={"instalments": scheme.instalments[:1]}).check()
