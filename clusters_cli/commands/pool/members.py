"""What is typed of the clusters of a pool: their payment schemes, days of signature and cash."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clusters_cli.commands.shared import chosen_clusters, values
from clusters_cli.commands.shared.conflicts import refuse_both, refuse_idle
from clusters_cli.commands.shared.repeats import given_twice
from clusters_cli.foundations.text import Text

if TYPE_CHECKING:
    from decimal import Decimal

    from clusters_cli.cashflow import Membership
    from clusters_cli.registry import Registry
    from clusters_cli.registry.models import PaymentScheme


def membership(
    registry: "Registry",
    known: "Sequence[PaymentScheme]",
    own: Mapping[str, str],
    signed: list[str] | None,
    in_the_pool: Sequence[str],
) -> "Membership":
    """Return what was typed of single clusters, and of the signatures of all.

    Raises:
        UsageError: a value cannot be read, or is of a cluster that is not in the pool.
    """
    from clusters_cli.cashflow import Membership
    from clusters_cli.registry import find_scheme

    days, own_days = chosen_clusters.by_cluster(signed, registry, "--signed")
    members = Membership(
        schemes={cluster: find_scheme(known, name) for cluster, name in own.items()},
        signatures={cluster: values.month_day(day, "--signed") or "" for cluster, day in own_days.items()},
        signature=values.month_day(chosen_clusters.one_for_all(days, "--signed"), "--signed"),
    )
    for option, named in (("--scheme", members.schemes), ("--signed", members.signatures)):
        _refuse_strangers(option, named, in_the_pool)
    return members


def _refuse_strangers(option: str, named: Iterable[str], in_the_pool: Iterable[str]) -> None:
    """Refuse what is said of a cluster that is not in the pool."""
    strangers = ", ".join(sorted(set(named) - set(in_the_pool)))
    if strangers:
        refuse_idle(option, Text("not in the pool: {clusters}", clusters=strangers))


def own_cash_of(
    in_the_pool: Sequence[str], written: list[str] | None, dossiers: list[Path] | None, registry: "Registry"
) -> "dict[str | None, Decimal]":
    """Return each cluster's own cash: typed for it, or stated by its dossier, else typed for all.

    Raises:
        UsageError: a value cannot be read, stands twice, or is of a cluster that is not in the pool.
    """
    from clusters_cli.cashflow import own_cash
    from clusters_cli.foundations.money import ZERO

    for_all, typed_for = chosen_clusters.by_cluster(written, registry, "--own-cash")
    everyone = values.amount(chosen_clusters.one_for_all(for_all, "--own-cash"), "--own-cash")
    stated = _opening_cash(dossiers or [], registry)
    _refuse_strangers("--own-cash", typed_for, in_the_pool)
    _refuse_strangers("--dossier", stated, in_the_pool)
    if both := ", ".join(sorted(typed_for.keys() & stated.keys())):
        hint = Text("both state the cash of {clusters}: leave one of them out", clusters=both)
        refuse_both("--own-cash", "--dossier", hint)
    own = {cluster: values.amount(text, "--own-cash") or ZERO for cluster, text in typed_for.items()}
    return own_cash(frozenset(in_the_pool), everyone, stated, own)


def _opening_cash(files: Sequence[Path], registry: "Registry") -> "dict[str, Decimal]":
    from clusters_cli.cashflow import opening_cash
    from clusters_cli.dossier import read_dossier

    cash: dict[str, Decimal] = {}
    for file in files:
        cluster, amount = opening_cash(read_dossier(file), registry)
        if cluster in cash:
            raise given_twice(f"--dossier {cluster}")
        cash[cluster] = amount
    return cash
