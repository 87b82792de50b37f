"""Values that are well written and cannot be true: a figure before the foundation, a wrong SIREN."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from typing import TypeVar

from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.reading.numbers import count, number, plain_number
from clusters_cli.foundations.reading.refusals import clipped
from clusters_cli.foundations.text import Count, Text, counted
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


_Found = Iterator[tuple[DataPath, str, Text]]
"""Path inside the entry, code, message."""


def _figures(entry: Entry) -> _Found:
    founded = [found[:4] for _index, text in texts(entry, "founded") if (found := date_of(text))]
    first_year = min(founded, default="")
    seen: set[tuple[object, ...]] = set()
    for place, item in items(entry, "figures"):
        year = item.get("year")
        if isinstance(year, str) and len(year) == len(first_year) and year < first_year:
            message = Text("{year} is before the foundation in {founded}", year=clipped(year), founded=first_year)
            yield (*place, "year"), "REG220", message
        same = (str(year), str(item.get("source")), str(item.get("as_of")))
        if year is not None and same in seen:
            message = Text(
                "{source} already gives figures of {year} above; put them in one item",
                source=clipped(item.get("source")),
                year=clipped(year),
            )
            yield place, "REG222", message
        seen.add(same)
        yield from _parts_above_wholes(item, place)


def _parts_above_wholes(item: Entry, place: DataPath) -> _Found:
    members, companies = _read(count, item.get("members")), _read(count, item.get("regional_companies"))
    if members is not None and companies is not None and companies > members:
        message = counted(
            "{companies} regional company is more than the members, {members}",
            "{companies} regional companies are more than the members, {members}",
            companies,
            companies=companies,
            members=members,
        )
        yield (*place, "regional_companies"), "REG221", message
    team = item.get("team")
    if isinstance(team, dict):
        fte, here = _read(number, team.get("fte")), _read(number, team.get("fte_in_region"))
        if fte is not None and here is not None and here > fte:
            message = Text(
                "{here} full-time equivalents in the region are more than the {fte} in all",
                here=Count(here),
                fte=Count(fte),
            )
            yield (*place, "team", "fte_in_region"), "REG221", message


def _sirens(entry: Entry) -> _Found:
    for index, text in texts(entry, "siren"):
        if not is_siren(text):
            yield (
                ("siren", index, "value"),
                "REG224",
                Text("{number} is no SIREN: nine digits, the last of which checks the others", number=clipped(text)),
            )


def _sirets(entry: Entry) -> _Found:
    sirens = [text for _index, text in texts(entry, "siren")]
    for index, text in texts(entry, "siret"):
        place = ("siret", index, "value")
        if not is_siret(text):
            message = Text(
                "{number} is no SIRET: a SIREN and five digits, the last of which checks the others",
                number=clipped(text),
            )
            yield place, "REG224", message
        elif sirens and text[:9] not in sirens:
            message = Text(
                "{number} is an establishment of another company than SIREN {siren}",
                number=clipped(text),
                siren=clipped(sirens[0]),
            )
            yield place, "REG225", message


_CHECKS: Mapping[str, Callable[[Entry], _Found]] = {"figures": _figures, "siren": _sirens, "siret": _sirets}
"""What is looked for in an organisation, by the key that it needs."""


def _point_and_codes(entry: Entry) -> _Found:
    latitude, longitude = _read(plain_number, entry.get("latitude")), _read(plain_number, entry.get("longitude"))
    if latitude is not None and longitude is not None and not is_in_france(latitude, longitude):
        message = (
            Text("{latitude}, {longitude} is outside France; latitude and longitude are perhaps exchanged")
            if is_in_france(longitude, latitude)
            else Text("{latitude}, {longitude} is outside France")
        )
        yield ("latitude",), "REG223", message.given(latitude=str(latitude), longitude=str(longitude))
    insee, department = entry.get("insee"), entry.get("department")
    if isinstance(insee, str) and isinstance(department, str) and department_of(insee) != department:
        message = Text(
            "commune {insee} is in department {its}, not {department}",
            insee=clipped(insee),
            its=department_of(insee),
            department=clipped(department),
        )
        yield (
            ("insee",),
            "REG226",
            message,
        )


def _read(reader: Callable[[object], _NumberT], text: object) -> _NumberT | None:
    """Return what the models read in a text, ``None`` if nothing: they tell what is wrong with its writing."""
    with suppress(ValueError):
        return reader(text) if isinstance(text, str) else None
    return None
