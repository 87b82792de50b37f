"""Values that are well written and cannot be true: a figure before the foundation, a wrong SIREN."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from typing import TypeVar

from clusters_cli.foundations.messages import _, plural
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.reading.numbers import count, number, plain_number
from clusters_cli.foundations.reading.refusals import clipped
from clusters_cli.registry.checks.geography import department_of, is_in_france
from clusters_cli.registry.checks.sirene import is_siren, is_siret
from clusters_cli.registry.documents import ORGANISATIONS, Documents, Entry, Fault, date_of, items, texts

_NumberT = TypeVar("_NumberT", int, Decimal)


def implausible(documents: Documents) -> Iterator[Fault]:
    """Yield what cannot be true of an organisation or of a place."""
    for file, section in ORGANISATIONS:
        for path, entry in documents.entries(file, section):
            for key, check in _CHECKS.items():
                if key in entry:
                    yield from (Fault(file, (*path, *place), code, message) for place, code, message in check(entry))
    for path, entry in documents.entries("places.yaml", "places"):
        for place, code, message in _point_and_codes(entry):
            yield Fault("places.yaml", (*path, *place), code, message)


_Found = Iterator[tuple[DataPath, str, str]]
"""Path inside the entry, code, message."""


def _figures(entry: Entry) -> _Found:
    founded = [found[:4] for _index, text in texts(entry, "founded") if (found := date_of(text))]
    first_year = min(founded, default="")
    seen: set[tuple[object, ...]] = set()
    for place, item in items(entry, "figures"):
        year = item.get("year")
        if isinstance(year, str) and len(year) == len(first_year) and year < first_year:
            message = _("{year} is before the foundation in {founded}").format(year=clipped(year), founded=first_year)
            yield (*place, "year"), "REG220", message
        same = (str(year), str(item.get("source")), str(item.get("as_of")))
        if year is not None and same in seen:
            message = _("{source} already gives figures of {year} above; put them in one item")
            yield place, "REG222", message.format(source=clipped(item.get("source")), year=clipped(year))
        seen.add(same)
        yield from _parts_above_wholes(item, place)


def _parts_above_wholes(item: Entry, place: DataPath) -> _Found:
    members, companies = _read(count, item.get("members")), _read(count, item.get("regional_companies"))
    if members is not None and companies is not None and companies > members:
        message = plural(
            "{companies} regional company is more than the members, {members}",
            "{companies} regional companies are more than the members, {members}",
            companies,
        )
        yield (*place, "regional_companies"), "REG221", message.format(companies=companies, members=members)
    team = item.get("team")
    if isinstance(team, dict):
        fte, here = _read(number, team.get("fte")), _read(number, team.get("fte_in_region"))
        if fte is not None and here is not None and here > fte:
            message = _("{here} full-time equivalents in the region are more than the {fte} in all")
            yield (*place, "team", "fte_in_region"), "REG221", message.format(here=here, fte=fte)


def _sirens(entry: Entry) -> _Found:
    for index, text in texts(entry, "siren"):
        if not is_siren(text):
            message = _("{number} is no SIREN: nine digits, the last of which checks the others")
            yield ("siren", index, "value"), "REG224", message.format(number=clipped(text))


def _sirets(entry: Entry) -> _Found:
    sirens = [text for _index, text in texts(entry, "siren")]
    for index, text in texts(entry, "siret"):
        place = ("siret", index, "value")
        if not is_siret(text):
            message = _("{number} is no SIRET: a SIREN and five digits, the last of which checks the others")
            yield place, "REG224", message.format(number=clipped(text))
        elif sirens and text[:9] not in sirens:
            message = _("{number} is an establishment of another company than SIREN {siren}")
            yield place, "REG225", message.format(number=clipped(text), siren=clipped(sirens[0]))


_CHECKS: Mapping[str, Callable[[Entry], _Found]] = {"figures": _figures, "siren": _sirens, "siret": _sirets}
"""What is looked for in an organisation, by the key that it needs."""


def _point_and_codes(entry: Entry) -> _Found:
    latitude, longitude = _read(plain_number, entry.get("latitude")), _read(plain_number, entry.get("longitude"))
    if latitude is not None and longitude is not None and not is_in_france(latitude, longitude):
        message = _("{latitude}, {longitude} is outside France").format(latitude=latitude, longitude=longitude)
        if is_in_france(longitude, latitude):
            message += _("; latitude and longitude are perhaps exchanged")
        yield ("latitude",), "REG223", message
    insee, department = entry.get("insee"), entry.get("department")
    if isinstance(insee, str) and isinstance(department, str) and department_of(insee) != department:
        message = _("commune {insee} is in department {its}, not {department}")
        yield (
            ("insee",),
            "REG226",
            message.format(insee=clipped(insee), its=department_of(insee), department=clipped(department)),
        )


def _read(reader: Callable[[object], _NumberT], text: object) -> _NumberT | None:
    """Return what the models read in a text, ``None`` if nothing: they tell what is wrong with its writing."""
    with suppress(ValueError):
        return reader(text) if isinstance(text, str) else None
    return None
