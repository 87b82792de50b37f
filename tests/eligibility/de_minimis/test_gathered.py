"""Awards that several sources tell of: each once, and what cannot be told apart never decides a no."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.eligibility.de_minimis.awards import DeMinimisAward, certain_sum, gathered, possible_sum
from clusters_cli.eligibility.de_minimis.de_minimis_words import AwardSource, DeMinimisRule
from clusters_cli.eligibility.de_minimis.undertakings import Undertaking
from tests.eligibility.de_minimis.examples import OTHER, TODAY, award

DAY = date(2026, 2, 15)
REGISTER, TYPED, DOSSIER, REGISTRY = AwardSource


def test_an_award_that_two_sources_tell_alike_is_counted_once() -> None:
    (only,) = gathered(([award(DAY, 40_000, REGISTER)], [award(DAY, 40_000)]))

    assert (only.source, only.also, only.may_repeat) == (REGISTER, (TYPED,), False)


def test_two_awards_of_one_source_that_are_alike_are_two() -> None:
    awards = gathered(([award(DAY, 2_500, REGISTER)] * 2, [award(DAY, 2_500)]))

    assert possible_sum(awards, TODAY) == certain_sum(awards, TODAY) == Decimal(5_000)


def test_awards_of_two_numbers_are_two_and_those_of_another_regulation_too() -> None:
    other = Undertaking(OTHER, OTHER)
    awards = gathered(
        (
            [award(DAY, 40_000, REGISTER)],
            [award(DAY, 40_000, undertaking=other), award(DAY, 40_000, rule=DeMinimisRule.SGEI)],
        )
    )

    assert [one.may_repeat for one in awards] == [False] * 3


def test_an_award_to_somebody_who_is_only_named_may_be_one_of_the_register() -> None:
    named = award(DAY, 200_000, DOSSIER, Undertaking("Entreprise A"))
    awards = gathered(([award(DAY, 200_000, REGISTER)], [named]))

    assert (certain_sum(awards, TODAY), possible_sum(awards, TODAY)) == (Decimal(200_000), Decimal(400_000))


def test_a_grant_of_a_year_may_be_an_award_of_a_day_in_it() -> None:
    of_year = replace(award(DAY, 40_000, REGISTRY), first=date(2026, 1, 1), last=date(2026, 12, 31))
    awards = gathered(([award(DAY, 40_000, REGISTER)], [of_year]))

    assert [one.may_repeat for one in awards] == [True, False]


drawn = st.lists(
    st.builds(
        award,
        st.sampled_from([DAY, date(2026, 3, 1)]),
        st.sampled_from([1_000, 2_000]),
        st.just(TYPED),
        st.sampled_from([Undertaking("A"), Undertaking(OTHER, OTHER)]),
    ),
    max_size=6,
)


@given(drawn, drawn)
def test_nothing_is_lost_and_nothing_is_certain_twice(
    first: list[DeMinimisAward], second: list[DeMinimisAward]
) -> None:
    awards = gathered((first, second))
    most = max(certain_sum(first, TODAY), certain_sum(second, TODAY))

    assert most <= possible_sum(awards, TODAY) <= certain_sum(first, TODAY) + certain_sum(second, TODAY)
    assert certain_sum(awards, TODAY) >= certain_sum(first, TODAY)
    assert gathered((first, first)) == tuple(
        replace(one, also=(TYPED,)) for one in sorted(first, key=lambda one: (one.first, one.last))
    )
