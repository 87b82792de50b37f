"""What a treasury plan must keep to, said first: an overdraft, a least balance, and how sure that is."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from clusters_cli.cashflow import Percentiles
from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.text import Count, Euros, Joined, Listed, Share, Text, Value, counted
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table, Worded
from clusters_cli.treasury import BalanceCheck, DrawnBalances, OverdraftLimit

_LEVELS = ("planned", "p50", "p80", "p95", "largest")


def with_least(plain: Report, found: BalanceCheck, names: Sequence[Value]) -> Report:
    """Return a report that says first which plans close a day below the amount of ``--fail-below``.

    Args:
        plain: the report of the plans.
        found: what came of holding their closing balances against the amount.
        names: what the plans below it are called.
    """
    if found.is_kept:
        words = [Text("No day closes below {limit}.", limit=Euros(found.limit))]
    else:
        words = [
            Text(
                "{name} closes below {limit} from {day}, with {balance}.",
                name=name,
                limit=Euros(found.limit),
                day=one.day,
                balance=Euros(one.balance),
            )
            for name, one in zip(names, found.below, strict=True)
        ]
    return replace(
        plain,
        data=extended(plain.data, fail_below=found),
        text=_in_front(plain.text, words),
        exit_code=plain.exit_code.joined(found.is_kept),
    )


def with_overdrafts(plain: Report, found: Sequence[OverdraftLimit], names: Sequence[Value]) -> Report:
    """Return a report that says first what would keep the overdraft under the amount of ``--max-overdraft``."""
    several = len(found) > 1
    words = [_limit_words(one) for one in found]
    said = [
        Text("{name}: {what}", name=name, what=what) if several else what
        for name, what in zip(names, words, strict=True)
    ]
    return replace(
        plain,
        data=extended(plain.data, max_overdraft=tuple(found)),
        text=_in_front(plain.text, said),
        exit_code=plain.exit_code.joined(all(one.is_kept for one in found)),
    )


def _limit_words(found: OverdraftLimit) -> Text:
    if found.is_kept:
        return Text("The overdraft never exceeds {limit}.", limit=Euros(found.limit))
    message = (
        Text("{cash} more by {first}, beyond the end of the plan, would keep the overdraft at or under {limit}.")
        if found.ends_beyond
        else Text("{cash} more from {first} to {last} would keep the overdraft at or under {limit}.")
    )
    return message.given(
        cash=Euros(found.missing), first=found.needed_from or "", last=found.needed_to or "", limit=Euros(found.limit)
    )


def with_draws(plain: Report, found: Sequence[DrawnBalances], names: Sequence[Value]) -> Report:
    """Return a report that says too what the overdraft becomes when payments are late by chance."""
    several = len(found) > 1
    columns = (
        Column("figure", Text("Overdraft to ask for") if several else Text("Late payments")),
        *(Column(level, heading, Kind.NUMBER) for level, heading in zip(_LEVELS, _headings(), strict=True)),
    )
    rows: list[tuple[Cell, ...]] = [
        (name if several else Text("overdraft to ask for"), *map(_amount, _values(one.overdraft)))
        for name, one in zip(names, found, strict=True)
    ]
    return replace(
        plain,
        data=extended(plain.data, risk=tuple(found)),
        tables=(*plain.tables[:1], Table("risk", columns, tuple(rows)), *plain.tables[1:]),
        notes=(*_draw_notes(found, names), *plain.notes),
    )


def _headings() -> tuple[Value, ...]:
    return (Text("As planned"), "P50", "P80", "P95", Text("Largest"))


def _values(spread: Percentiles[Decimal]) -> list[Decimal]:
    return [getattr(spread, level) for level in _LEVELS]


def _amount(value: Decimal) -> Cell:
    return Worded(value, Kind.MONEY)


def _draw_notes(found: Sequence[DrawnBalances], names: Sequence[Value]) -> list[Value]:
    first = found[0]
    laws = Listed(tuple(dict.fromkeys(f"{kind.value}={law.written}" for kind, law in first.delays.items())))
    notes: list[Value] = [
        counted(
            "{draws} draw, seed {seed}; days from the due date to the payment: {delays}.",
            "{draws} draws, seed {seed}; days from the due date to the payment: {delays}.",
            first.sampling.draws,
            draws=Count(first.sampling.draws),
            seed=first.sampling.seed,
            delays=laws,
        )
    ]
    for name, one in zip(names, found, strict=True):
        notes.append(
            Text("{name}: a day ends below zero in {share} of the draws.", name=name, share=_share(one.below_zero))
        )
        if one.limit is not None and one.below_limit is not None:
            message = Text("{name}: a day ends below {limit} in {share} of the draws.")
            notes.append(message.given(name=name, limit=Euros(one.limit), share=_share(one.below_limit)))
    return notes


def _share(share: Decimal) -> Value:
    return Share(round(share, 4))


def _in_front(text: Value | None, answers: Sequence[Value]) -> Value:
    """Return what stands above the tables: the heading, if there is one, and the answers."""
    return Joined(tuple(answers) if text is None else (text, *answers), "\n\n")
