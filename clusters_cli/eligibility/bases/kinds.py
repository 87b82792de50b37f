"""What the kinds of the money of a case say of the basis that its aid can rest on."""

from clusters_cli.dossier import ResourceKind
from clusters_cli.eligibility.case import Case


def may_have(case: Case, kind: ResourceKind) -> bool:
    """Whether there may be money of a kind: there is some, or resources are not given."""
    return case.dossier.resources is None or any(resource.kind is kind for resource in case.dossier.resources)


def has(case: Case, kind: ResourceKind) -> bool:
    """Whether there certainly is money of a kind."""
    return any(resource.kind is kind for resource in case.dossier.resources or ())


def is_de_minimis_alone(case: Case) -> bool:
    """Whether there is de minimis aid and certainly no other aid."""
    others = (resource for resource in case.dossier.resources or () if resource.kind is not ResourceKind.DE_MINIMIS)
    return has(case, ResourceKind.DE_MINIMIS) and all(resource.is_aid is False for resource in others)
