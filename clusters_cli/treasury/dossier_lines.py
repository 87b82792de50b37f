"""What the lines of an application file are in a treasury plan: their keys, their kinds, and what options call them."""

from collections.abc import Iterator, Mapping

from clusters_cli.dossier import CashKind, CostLine, CostNature, Dossier, Resource, ResourceKind
from clusters_cli.treasury.hypotheses import Named

_OTHER_RECEIPTS: Mapping[ResourceKind, CashKind] = {
    ResourceKind.DUES: CashKind.DUES,
    ResourceKind.SALES: CashKind.SALES,
    ResourceKind.PRIVATE_GRANT: CashKind.GIFT,
    ResourceKind.OWN_FUNDS: CashKind.OWN_FUNDS,
    ResourceKind.LOAN: CashKind.LOAN,
    ResourceKind.OTHER: CashKind.OTHER_RECEIPT,
}
_PAYMENTS: Mapping[CostNature, CashKind] = {
    CostNature.PERSONNEL: CashKind.PERSONNEL,
    CostNature.ADMINISTRATION: CashKind.RUNNING,
    CostNature.OVERHEAD: CashKind.RUNNING,
    CostNature.INVESTMENT: CashKind.INVESTMENT,
    CostNature.FINANCE: CashKind.BANK_CHARGES,
    CostNature.PASS_ON: CashKind.PASSED_ON,
    CostNature.MEMBER_SERVICE: CashKind.OTHER_PAYMENT,
    CostNature.OTHER: CashKind.OTHER_PAYMENT,
}


def names_in(dossier: Dossier) -> tuple[Named, ...]:
    """Return what options may call the lines of an application file by."""
    resources = (
        Named(key_of("resources", index), one.label, received_as(one), one.funder, one.kind, tuple(_words(one.kind)))
        for index, one in enumerate(dossier.resources or ())
    )
    costs = (Named(key_of("costs", index), one.label, paid_as(one)) for index, one in enumerate(dossier.costs or ()))
    others = (
        Named(key_of("treasury.lines", index), one.label, one.kind, one.funder)
        for index, one in enumerate(dossier.treasury.lines)
    )
    return (*resources, *costs, *others)


def key_of(group: str, index: int) -> str:
    """Return the key of a line by where it stands in the file, such as ``costs[0]``."""
    return f"{group}[{index}]"


def _words(kind: ResourceKind) -> Iterator[str]:
    yield from (kind.value, kind.text.template, *kind.spellings)


def received_as(resource: Resource) -> CashKind:
    """Return the kind of a resource."""
    return _OTHER_RECEIPTS.get(resource.kind, CashKind.GRANT)


def paid_as(line: CostLine) -> CashKind:
    """Return the kind of a cost; what it consists of may be unknown."""
    return CashKind.OTHER_PAYMENT if line.nature is None else _PAYMENTS[line.nature]
