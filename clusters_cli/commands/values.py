"""Values typed on the command line, read once, with the option named in the message."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.messages import _
from clusters_cli.foundations.money import typed_amount

if TYPE_CHECKING:
    from clusters_cli.registry.clusters import Cluster
    from clusters_cli.registry.loading import Registry


def amount(text: str | None, option: str) -> Decimal | None:
    """Read an amount in euros as a person types it; ``None`` if the option was not given.

    Raises:
        UsageError: the text is not an amount, or is negative or absurd.
    """
    if text is None:
        return None
    try:
        return typed_amount(text)
    except ValueError as error:
        raise UsageError(f"{option}: {error}", code="USE120") from None


def number(text: str | None, option: str) -> Decimal | None:
    """Read a number as a person types it, ``3`` or ``2,5``; ``None`` if the option was not given.

    Raises:
        UsageError: the text is not a number, or is negative.
    """
    if text is None:
        return None
    written = text.strip().replace(",", ".", 1)
    if not (written.isascii() and written.replace(".", "", 1).isdigit()):
        message = _("{option}: {text!r} is not a number; type it as 3 or 2.5")
        raise UsageError(message.format(option=option, text=text), code="USE120")
    return Decimal(written)


def percentage(text: str | None, option: str) -> Decimal | None:
    """Read a percentage: ``4``, ``4,5``, ``4,5 %``; ``None`` if the option was not given.

    Raises:
        UsageError: the text is not a number, or is negative.
    """
    return number(None if text is None else text.strip().removesuffix("%"), option)


def by_cluster(texts: Sequence[str] | None, registry: "Registry") -> tuple[tuple[str, ...], dict[str, str]]:
    """Split values typed as ``VALUE`` (for all clusters) or ``CLUSTER=VALUE`` (for one).

    Returns:
        The values for all, in order, and those of single clusters by id.

    Raises:
        UsageError: a cluster does not exist.
    """
    from clusters_cli.registry.queries import find_cluster

    pairs = [text.rpartition("=") for text in texts or ()]
    own = {find_cluster(registry, name).id: value for name, equals, value in pairs if equals}
    return tuple(value for _name, equals, value in pairs if not equals), own


def chosen_clusters(
    registry: "Registry", names: Sequence[str] | None, excluded: Sequence[str] | None
) -> tuple["Cluster", ...]:
    """Return the clusters named, or all of them, without those excluded.

    Raises:
        UsageError: a cluster does not exist, or none is left.
    """
    from clusters_cli.registry.queries import find_cluster

    without = {find_cluster(registry, name).id for name in excluded or ()}
    wanted = [find_cluster(registry, name) for name in names or ()] or registry.clusters.clusters
    left = tuple(cluster for cluster in wanted if cluster.id not in without)
    if not left:
        raise UsageError(_("--exclude leaves no cluster"), code="USE124")
    return left


def day(text: str | None, option: str) -> date | None:
    """Read a date, ``YYYY-MM-DD``; ``None`` if the option was not given.

    Raises:
        UsageError: the text is not a date.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = _("{option}: {text!r} is not a date; write it as 2025-01-31").format(option=option, text=text)
        raise UsageError(message, code="USE120") from None
