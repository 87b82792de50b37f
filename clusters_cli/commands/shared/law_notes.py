"""What several commands say of the law and the payment schemes that they used: what stands in place of what."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.text import Listed, Text, counted
from clusters_cli.presentation.report import Report
from clusters_cli.registry import LawKind, Layer, Replacement

if TYPE_CHECKING:
    from clusters_cli.eligibility import Examination, InForceOn, Law

NO_VALUE = Text("no value")
"""What holds, in a sentence, on a day for which a parameter has none."""


def replacement_notes(replacements: Iterable[Replacement]) -> tuple[Text, ...]:
    """Return what must be said of entries that stand in place of others: one note for those of a kind."""
    alike: dict[tuple[LawKind, Layer, Layer], list[str]] = {}
    for one in dict.fromkeys(replacements):
        alike.setdefault((one.kind, one.by, one.instead_of), []).append(one.id)
    return tuple(
        _told(kind, by, instead_of, len(ids)).given(ids=Listed(tuple(ids)))
        for (kind, by, instead_of), ids in alike.items()
    )


def with_replacements(report: Report, replacements: Iterable[Replacement]) -> Report:
    """Return a report that says which entries it used that stand in place of others."""
    told = tuple(replacements)
    notes = (*report.notes, *replacement_notes(told))
    return replace(report, data=extended(report.data, replaced=told), notes=notes)


def _told(kind: LawKind, by: Layer, instead_of: Layer, count: int) -> Text:
    if by is Layer.FILE and instead_of is Layer.REGISTRY:
        return counted(
            "The payment scheme {ids} of the file stands in place of the registry's own.",
            "The payment schemes {ids} of the file stand in place of the registry's own.",
            count,
        )
    if by is Layer.FILE:
        return counted(
            "The payment scheme {ids} of the file stands in place of the program's.",
            "The payment schemes {ids} of the file stand in place of the program's.",
            count,
        )
    match kind:
        case LawKind.SCHEME:
            return counted(
                "The registry's own payment scheme {ids} stands in place of the program's.",
                "The registry's own payment schemes {ids} stand in place of the program's.",
                count,
            )
        case LawKind.PARAMETER:
            return counted(
                "The registry's own parameter {ids} stands in place of the program's.",
                "The registry's own parameters {ids} stand in place of the program's.",
                count,
            )
        case LawKind.REGIME:
            return counted(
                "The registry's own aid regime {ids} stands in place of the program's.",
                "The registry's own aid regimes {ids} stand in place of the program's.",
                count,
            )


def what_if_notes(law: "Law", found: "Sequence[Examination]") -> tuple[Text, ...]:
    """Say which parameters were read with the value of an overlay, and which of its values nothing read."""
    if law.overlay is None:
        return ()
    seen = {str((read.parameter.id, read.value, read.original)): read for item in found for read in item.overrides}
    told = [
        Text(
            "What if ({name}): {id} is {value} instead of {original}.",
            name=law.overlay.name,
            id=read.parameter.id,
            value=read.words or NO_VALUE,
            original=read.original_words or NO_VALUE,
        )
        for _written, read in sorted(seen.items(), key=itemgetter(0))
    ]
    unused = sorted(set(law.overlaid) - {read.parameter.id for read in seen.values()})
    if unused:
        told.append(Text("What if: no rule read {ids}.", ids=Listed(tuple(unused))))
    return tuple(told)


def own_law_notes(found: "Sequence[Examination]") -> tuple[Text, ...]:
    """Say which of the registry's own entries of the law were read, and what the program's would have said."""
    read = {
        str((one.parameter.id, one.value, one.original)): one
        for item in found
        for examined in item.examined
        for one in examined.trace.parameters
        if one.layer is Layer.REGISTRY and one.instead_of
    }
    told = [_own_words(one) for _written, one in sorted(read.items(), key=itemgetter(0))]
    regimes = [one for item in found for one in item.replaced if one.kind is LawKind.REGIME]
    return (*told, *replacement_notes(regimes))


def _own_words(read: "InForceOn") -> Text:
    if read.value == read.original:
        same = Text("The registry's own {id} stands in place of the program's, and says the same: {value}.")
        return same.given(id=read.parameter.id, value=read.words or NO_VALUE)
    return Text(
        "The registry's own {id} stands in place of the program's: {value} instead of {original}.",
        id=read.parameter.id,
        value=read.words or NO_VALUE,
        original=read.original_words or NO_VALUE,
    )
