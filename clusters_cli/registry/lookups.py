"""Which entry of a registry has an id, a name or an alias, as people type it.

Nothing here loads the models, so that a list can ask.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.names import fold, nearest
from clusters_cli.foundations.text import Listed, Text, Value, one_of
from clusters_cli.foundations.words import find_word
from clusters_cli.registry.models.scheme_words import EveryScheme

if TYPE_CHECKING:
    from clusters_cli.registry.layers import Layered
    from clusters_cli.registry.loading import Registry
    from clusters_cli.registry.models.aid import AidRegime, Parameter
    from clusters_cli.registry.models.clusters import Cluster
    from clusters_cli.registry.models.funding import Programme
    from clusters_cli.registry.models.networks import Network
    from clusters_cli.registry.models.organisations import Organisation
    from clusters_cli.registry.models.poles import Phase, Pole
    from clusters_cli.registry.models.schemes import PaymentScheme
    from clusters_cli.registry.models.sources import Source

UNKNOWN_NAME = Explanation(
    "USE111",
    Text("an unknown name"),
    Text("Nothing in the registry has this id, name or alias."),
    Text("Take the id that is suggested; clusters list shows those of the clusters."),
    example="clusters show nekoo",
)
NO_SCHEME = Explanation(
    "USE113",
    Text("no payment scheme named"),
    Text(
        "A cash advance can only be worked out for a payment scheme, and the frame of the registry (region.yaml) gives "
        "none that is taken where nothing is typed."
    ),
    Text("Add --scheme with one of the schemes in the message; it may be repeated to compare them."),
    example="clusters cashflow alpha --registry my-region",
)

EntryT = TypeVar("EntryT")
OrganisationT = TypeVar("OrganisationT", bound="Organisation")
NamedT = TypeVar("NamedT", bound="HasId")


class HasId(Protocol):
    """An entry that can be named."""

    @property
    def id(self) -> str:
        """What is told of it to those who nearly named it."""


def by_names(entries: Iterable[EntryT], names_of: Callable[[EntryT], Iterable[str | None]]) -> dict[str, EntryT]:
    """Return entries by each of their names; of two entries of one name the last one counts."""
    return {name: entry for entry in entries for name in names_of(entry) if name is not None}


def _by_any_name(organisations: Iterable[OrganisationT]) -> dict[str, OrganisationT]:
    return by_names(
        organisations, lambda one: (*(stated.value for stated in one.full_name), *one.aliases, one.name, one.id)
    )


def find_cluster(registry: "Registry", wanted: str) -> "Cluster":
    """Return the cluster of an id, name or alias, ignoring case and accents.

    Raises:
        UsageError: there is none; the nearest are named.
    """
    return found_by_name(
        wanted,
        _by_any_name(registry.clusters.clusters),
        Text("there is no cluster {name!r}"),
        Text("clusters list shows them all"),
    )


def find_clusters(registry: "Registry", wanted: Iterable[str]) -> "tuple[Cluster, ...]":
    """Return the clusters of ids, names or aliases, each once.

    Raises:
        UsageError: there is none of such a name; the nearest are named.
    """
    return tuple({cluster.id: cluster for cluster in (find_cluster(registry, name) for name in wanted)}.values())


def find_pole(registry: "Registry", wanted: str) -> "Pole":
    """Return the pôle of an id, name or alias, ignoring case and accents.

    Raises:
        UsageError: there is none; the nearest are named.
    """
    return found_by_name(
        wanted,
        _by_any_name(registry.poles.poles),
        Text("there is no pôle {name!r}"),
        Text("clusters poles list shows them all"),
    )


def find_programme(registry: "Registry", wanted: str) -> "Programme":
    """Return the programme of an id, name or alias, ignoring case and accents.

    Raises:
        UsageError: there is none; the nearest are named.
    """
    names = by_names(registry.programmes.programmes, lambda one: (*one.aliases, one.name.fr, one.name.en, one.id))
    return found_by_name(
        wanted, names, Text("there is no programme {name!r}"), Text("clusters programmes list shows them all")
    )


def find_network(registry: "Registry", wanted: str) -> "Network":
    """Return the network of an id, name or alias, ignoring case and accents.

    Raises:
        UsageError: there is none; the nearest are named.
    """
    names = by_names(registry.networks.networks, lambda one: (*one.aliases, one.name, one.id))
    return found_by_name(
        wanted, names, Text("there is no network {name!r}"), Text("clusters networks list shows them all")
    )


def find_source(registry: "Registry", wanted: str) -> "Source":
    """Return the source of an id or title, ignoring case and accents.

    Raises:
        UsageError: there is none; the nearest are named.
    """
    names = by_names(registry.sources.sources, lambda one: (one.title.fr, one.title.en, one.id))
    return found_by_name(
        wanted, names, Text("there is no source {name!r}"), Text("clusters sources list shows them all")
    )


def find_phase(registry: "Registry", wanted: str) -> "Phase":
    """Return the phase of the policy of pôles of an id or name, ignoring case and accents.

    Raises:
        UsageError: there is none; the nearest are named.
    """
    names = by_names(registry.poles.phases, lambda one: (one.name.fr, one.name.en, one.id))
    return found_by_name(
        wanted, names, Text("there is no phase {name!r}"), Text("clusters poles phases shows them all")
    )


def find_law_entry(
    parameters: "Layered[Parameter]", regimes: "Layered[AidRegime]", wanted: str
) -> "Parameter | AidRegime":
    """Return the parameter or the aid regime of an id, name or number, ignoring case and accents.

    Raises:
        UsageError: there is none; the nearest are named.
    """
    entries: tuple[Parameter | AidRegime, ...] = (*parameters.entries, *regimes.entries)
    numbers = by_names(regimes.entries, lambda one: (one.number,))
    names = {
        **by_names(entries, lambda one: (one.name.fr, one.name.en)),
        **numbers,
        **by_names(entries, lambda one: (one.id,)),
    }
    message = Text("there is no parameter and no aid regime {name!r}")
    return found_by_name(wanted, names, message, Text("clusters legal list shows them all"))


def find_schemes(schemes: "Sequence[PaymentScheme]", wanted: Sequence[str]) -> "tuple[PaymentScheme, ...]":
    """Return the payment schemes of ids or names, each once, in the order asked for; ``all`` stands for the others.

    Raises:
        UsageError: one does not exist, the nearest are named; or none was asked for.
    """
    if not wanted:
        raise scheme_needed(schemes, "--scheme")
    found = [
        scheme
        for name in wanted
        for scheme in (schemes if find_word(EveryScheme, name) else (find_scheme(schemes, name),))
    ]
    return tuple({scheme.id: scheme for scheme in found}.values())


def scheme_needed(schemes: "Sequence[PaymentScheme]", option: str, left_out: Sequence[Value] = ()) -> UsageError:
    """Return what is said where a payment scheme is needed and none is typed.

    Args:
        schemes: those that could be.
        option: what takes one, such as ``--scheme``.
        left_out: agreements that were signed and are not planned, each with the reason.
    """
    message = Text("a payment scheme is needed; add {option}", option=option)
    if left_out:
        message = Text("a payment scheme is needed, since no agreement can be planned: {left_out}; add {option}")
        message = message.given(option=option, left_out=Listed(tuple(left_out)))
    return UsageError(message, NO_SCHEME, hint=_known_schemes(schemes))


def find_scheme(schemes: "Sequence[PaymentScheme]", wanted: str) -> "PaymentScheme":
    """Return the payment scheme of an id or name.

    Raises:
        UsageError: there is none; the nearest are named.
    """
    names = {
        **by_names(schemes, lambda one: (one.name.fr, one.name.en)),
        **by_names(schemes, lambda one: (one.id,)),  # after the names: one's own may be named like another's id
    }
    return found_by_name(wanted, names, Text("there is no payment scheme {name!r}"), _known_schemes(schemes))


def _known_schemes(schemes: "Sequence[PaymentScheme]") -> Text:
    return Text("known schemes: {ids}", ids=", ".join(scheme.id for scheme in schemes))


def found_by_name(wanted: str, names: Mapping[str, NamedT], message: Text, otherwise: Text) -> NamedT:
    """Return the entry that is named, case and accents making no difference.

    Args:
        wanted: what was typed.
        names: the entries by each of their names; of two names that are typed alike the last one counts.
        message: says that there is none of the name ``{name}``.
        otherwise: what to do when no name is near.

    Raises:
        UsageError: there is none; the nearest are named.
    """
    entry = {fold(name): entry for name, entry in names.items()}.get(fold(wanted))
    if entry is not None:
        return entry
    near = list(dict.fromkeys(names[name].id for name in nearest(wanted, names)))
    hint = Text("did you mean {names}?", names=one_of(near)) if near else otherwise
    raise UsageError(message.given(name=wanted), UNKNOWN_NAME, hint=hint)
