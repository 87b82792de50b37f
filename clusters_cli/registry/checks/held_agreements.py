"""The agreements that a file holds of an organisation, with their places, and the payment schemes that they name."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from pydantic import ValidationError

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.text import Text
from clusters_cli.registry.documents import Documents, Entry
from clusters_cli.registry.law import law_ids, ready_schemes
from clusters_cli.registry.models.grant_agreements import GrantAgreement
from clusters_cli.registry.models.schemes import PaymentScheme

Found = Iterator[tuple[DataPath, Explanation, Text]]
"""Path inside the organisation, what its code means, message."""


class HeldAgreement(NamedTuple):
    """An agreement that its model takes, and its place in the organisation."""

    place: DataPath
    agreement: GrantAgreement

    def at(self, key: str) -> DataPath:
        """Return the place of a key, that of the agreement where it is not written."""
        return (*self.place, key) if key in self.agreement.model_fields_set else self.place


@dataclass(frozen=True, slots=True)
class WrittenSchemes:
    """The payment schemes by which agreements may be paid: those of the registry as they are written, and the law's."""

    own: Mapping[str, Entry]
    _sound: dict[str, PaymentScheme | None] = field(default_factory=dict)

    @classmethod
    def of_documents(cls, documents: Documents) -> "WrittenSchemes":
        """Return those that a registry can name."""
        rows = (row for _path, row in documents.entries("programmes.yaml", "schemes"))
        return cls({row["id"]: row for row in rows if isinstance(row.get("id"), str)})

    def of(self, agreement: GrantAgreement) -> PaymentScheme | None:
        """Return the one of an agreement; ``None`` where it names none that is known and sound."""
        if agreement.terms is not None or agreement.scheme is None:
            return agreement.terms
        if agreement.scheme not in self._sound:
            self._sound[agreement.scheme] = self._named(agreement.scheme)
        return self._sound[agreement.scheme]

    def _named(self, scheme: str) -> PaymentScheme | None:
        if scheme in self.own:
            with suppress(ValidationError):
                return PaymentScheme.model_validate(self.own[scheme])
        elif scheme in law_ids("schemes"):
            return next(one for one in ready_schemes().entries if one.id == scheme)
        return None

    def is_project(self, agreement: GrantAgreement) -> bool | None:
        """Return whether an agreement is of a project; ``None`` where its scheme is not known or not stated."""
        written = self.own.get(agreement.scheme or "")
        if agreement.terms is None and written is not None:
            dates = written.get("agreement")
            return "years" not in dates if isinstance(dates, dict) else None
        scheme = self.of(agreement)
        return scheme.is_project if scheme else None
