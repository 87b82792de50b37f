"""Which undertaking is meant by what is typed, which are linked to it, and what is typed of their awards."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from clusters_cli.commands.shared.conflicts import refuse_both, refuse_idle
from clusters_cli.commands.shared.values import UNREADABLE_VALUE, amount, day
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.text import Dated, Listed, Text

if TYPE_CHECKING:
    from clusters_cli.dossier import DossierFile
    from clusters_cli.eligibility import DeMinimisAward, SingleUndertaking, Undertaking
    from clusters_cli.registry import Registry
    from clusters_cli.registry.models import Cluster

_NUMBER_LENGTHS = (9, 14)


def single_undertaking(
    typed: str, linked: Sequence[str] | None, registry: "Registry", dossier: "DossierFile | None", *, alone: bool
) -> "SingleUndertaking":
    """Return the undertaking that is typed, with those that are typed as linked to it.

    Args:
        typed: a SIREN, a cluster, or a member to which an application file passes aid on.
        linked: SIRENs and clusters.
        registry: where clusters are known.
        dossier: the application file, if there is one.
        alone: whether it is said that no other undertaking is linked.

    Raises:
        UsageError: one of them is unknown or is no SIREN, or the options do not go together.
    """
    from clusters_cli.eligibility import SingleUndertaking

    if alone and linked:
        refuse_both("--group", "--alone", Text("one says who is linked, the other that nobody is"))
    asked = _member(typed, dossier) or _undertaking(typed, registry)
    others: list[Undertaking] = []
    for each in linked or ():
        one = _undertaking(each, registry)
        if any(one.is_surely(known) for known in (asked, *others)):
            refuse_idle("--group", Text("{name} is in it already", name=one.name))
        others.append(one)
    return SingleUndertaking(asked, tuple(others), is_told=alone or bool(others))


def _member(typed: str, dossier: "DossierFile | None") -> "Undertaking | None":
    """Return a member to which an application file passes aid on, ``None`` if it names none so."""
    from clusters_cli.eligibility import Undertaking, member_of

    member = member_of(dossier.dossier, typed) if dossier else None
    return Undertaking(member.member) if member else None


def _undertaking(typed: str, registry: "Registry") -> "Undertaking":
    """Return the undertaking of a SIREN, known to the registry or not, or that of a cluster.

    Raises:
        UsageError: the number is no SIREN, or there is no such cluster.
    """
    from clusters_cli.eligibility import Undertaking, siren_in
    from clusters_cli.registry import find_cluster

    digits = "".join(typed.split())
    if not digits.isdecimal():
        cluster = find_cluster(registry, typed)
        return Undertaking(cluster.name, _siren(cluster), cluster.id)
    siren = siren_in(typed)
    if siren is None:
        raise UsageError(_no_siren(typed, len(digits)), UNREADABLE_VALUE)
    known = next((one for one in registry.clusters.clusters if _siren(one) == siren), None)
    return Undertaking(known.name if known else siren, siren, known.id if known else None)


def _no_siren(typed: str, digits: int) -> Text:
    if digits in _NUMBER_LENGTHS:
        return Text("{typed!r} is no SIREN: its check digit does not fit, a digit is mistyped", typed=typed)
    return Text("{typed!r} is no SIREN: that has nine digits", typed=typed)


def _siren(cluster: "Cluster") -> str | None:
    from clusters_cli.eligibility import siren_in

    return siren_in(cluster.siren[0].value) if cluster.siren else None


def refuse_what_numbers_need(group: "SingleUndertaking") -> None:
    """Refuse a copy of the register where no number of the undertaking is known: its rows could not be told.

    Raises:
        UsageError: no SIREN is known.
    """
    if not any(one.siren for one in group):
        reason = Text("no SIREN of {name} is known, by which the register names it", name=group.asked.name)
        hint = Text("type its SIREN in its place, or give it in clusters.yaml (siren)")
        refuse_idle("--register", reason, hint)


def refuse_other_applicant(group: "SingleUndertaking", dossier: "DossierFile") -> None:
    """Refuse an application file of another cluster than the one that is asked about, or linked to it.

    Raises:
        UsageError: the file names another one.
    """
    applicant, asked = dossier.dossier.cluster, group.asked
    is_member = asked.siren is None and asked.cluster is None
    if applicant is not None and not is_member and applicant not in {one.cluster for one in group}:
        reason = Text(
            "it is the file of {applicant}, and {asked} is asked about", applicant=applicant, asked=asked.name
        )
        refuse_both("--dossier", "UNDERTAKING", reason)


def typed_awards(
    texts: Sequence[str] | None, group: "SingleUndertaking", asked: date, registry: "Registry"
) -> "tuple[DeMinimisAward, ...]":
    """Read awards typed as ``DAY=AMOUNT``, or ``DAY=AMOUNT=UNDERTAKING`` for one that is linked.

    Raises:
        UsageError: one cannot be read, is dated after the day asked, or is of somebody who is not linked.
    """
    return tuple(_typed_award(text, group, asked, registry) for text in texts or ())


def _typed_award(text: str, group: "SingleUndertaking", asked: date, registry: "Registry") -> "DeMinimisAward":
    from clusters_cli.eligibility import AwardSource, DeMinimisAward, DeMinimisRule

    written_day, equals, rest = text.partition("=")
    written_amount, _equals, name = rest.partition("=")
    awarded, euros = day(written_day, "--award"), amount(written_amount, "--award") if equals else None
    if awarded is None or euros is None:
        message = Text("--award: {text!r} gives no amount; type DAY=AMOUNT, such as 2025-03-31=20000", text=text)
        raise UsageError(message, UNREADABLE_VALUE)
    if awarded > asked:
        message = Text("--award: {awarded} is after {day}, the day asked", awarded=Dated(awarded), day=Dated(asked))
        hint = Text("ask about an award that is to come with --amount, about another day with --as-of")
        raise UsageError(message, UNREADABLE_VALUE, hint=hint)
    undertaking = _among(name, group, registry) if name else group.asked
    general = DeMinimisRule.GENERAL
    return DeMinimisAward(awarded, awarded, euros, general, undertaking, AwardSource.TYPED, place=f"--award {text}")


def _among(name: str, group: "SingleUndertaking", registry: "Registry") -> "Undertaking":
    wanted = _undertaking(name, registry)
    found = [one for one in group if one.is_surely(wanted)]
    if not found:
        names = Listed(tuple(one.name for one in group))
        reason = Text("{name} is not among those whose aid counts together: {names}", name=wanted.name, names=names)
        refuse_idle("--award", reason, Text("add it with --group, or leave the award out"))
    return found[0]
