"""Values that are well written and cannot be true: a figure before the foundation, a wrong SIREN."""

from collections.abc import Callable, Iterator, Mapping

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.reading.numbers import count, number, plain_number
from clusters_cli.foundations.reading.refusals import clipped
from clusters_cli.foundations.text import Count, Text, counted
from clusters_cli.registry.checks.geography import department_of, is_in_france
from clusters_cli.registry.checks.sirene import is_siren, is_siret
from clusters_cli.registry.documents import ORGANISATIONS, Documents, Entry, Fault, date_of, items, number_of, texts

BEFORE_THE_FOUNDATION = Explanation(
    "REG220",
    Text("a figure before the foundation"),
    Text("The year of the figures is before the earliest year in which a source says it was founded."),
    Text("Correct the year of the figures or of the foundation."),
    example='founded: [{value: "2015", source: report}]\nfigures: [{year: 2012, budget: 100000, source: report}]',
)
PART_ABOVE_WHOLE = Explanation(
    "REG221",
    Text("a part above its whole"),
    Text("Regional companies are some of the members, and the staff in the region some of the staff."),
    Text("Correct the smaller or the larger figure."),
    example="figures: [{year: 2021, members: 40, regional_companies: 45, source: report}]",
)
FIGURES_GIVEN_TWICE = Explanation(
    "REG222",
    Text("figures given twice"),
    Text("One source gives the figures of one year in two items, so that nobody can say which holds."),
    Text("Put them in one item; if the source speaks of two dates, say so with as_of."),
    example="figures: [{year: 2021, members: 40, source: report}, {year: 2021, budget: 100000, source: report}]",
)
OUTSIDE_FRANCE = Explanation(
    "REG223",
    Text("a point outside France"),
    Text("The coordinates lie far from France and its overseas territories."),
    Text("Write degrees north as latitude and degrees east as longitude (WGS 84); west is negative."),
    example="{latitude: 0.685, longitude: 47.394}",
)
WRONG_NUMBER = Explanation(
    "REG224",
    Text("a wrong SIREN or SIRET"),
    Text(
        "The number has the wrong length, or its last digit does not check the others (Luhn): a digit is "
        "missing, wrong or exchanged. The establishments of La Poste follow their own rule."
    ),
    Text("Copy the number again from the directory of companies, in quotes so that a leading zero is kept."),
    example='siren: [{value: "732829321", source: report}]',
)
OTHER_COMPANY = Explanation(
    "REG225",
    Text("a SIRET of another company"),
    Text("The first nine digits of a SIRET are the SIREN of its company; the SIREN given is another one."),
    Text("Correct one of the two numbers."),
    example='siren: [{value: "732829320", source: report}]\nsiret: [{value: "40483304800022", source: report}]',
)
OTHER_DEPARTMENT = Explanation(
    "REG226",
    Text("a commune of another department"),
    Text("The INSEE code of a commune begins with the number of its department; the department given is another."),
    Text("Correct the INSEE code or the department."),
    example='{insee: "37261", department: "36"}',
)


def implausible(documents: Documents) -> Iterator[Fault]:
    """Yield what cannot be true of an organisation or of a place."""
    for file, section in ORGANISATIONS:
        for path, entry in documents.entries(file, section):
            for key, check in _CHECKS.items():
                if key in entry:
                    yield from (
                        Fault(file, (*path, *place), explanation, message)
                        for place, explanation, message in check(entry)
                    )
    for path, entry in documents.entries("places.yaml", "places"):
        for place, explanation, message in _point_and_codes(entry):
            yield Fault("places.yaml", (*path, *place), explanation, message)


_Found = Iterator[tuple[DataPath, Explanation, Text]]
"""Path inside the entry, what its code means, message."""


def _figures(entry: Entry) -> _Found:
    founded = [found[:4] for _index, text in texts(entry, "founded") if (found := date_of(text))]
    first_year = min(founded, default="")
    seen: set[tuple[object, ...]] = set()
    for place, item in items(entry, "figures"):
        year = item.get("year")
        if isinstance(year, str) and len(year) == len(first_year) and year < first_year:
            message = Text("{year} is before the foundation in {founded}", year=clipped(year), founded=first_year)
            yield (*place, "year"), BEFORE_THE_FOUNDATION, message
        same = (str(year), str(item.get("source")), str(item.get("as_of")))
        if year is not None and same in seen:
            message = Text(
                "{source} already gives figures of {year} above; put them in one item",
                source=clipped(item.get("source")),
                year=clipped(year),
            )
            yield place, FIGURES_GIVEN_TWICE, message
        seen.add(same)
        yield from _parts_above_wholes(item, place)


def _parts_above_wholes(item: Entry, place: DataPath) -> _Found:
    members, companies = number_of(count, item.get("members")), number_of(count, item.get("regional_companies"))
    if members is not None and companies is not None and companies > members:
        message = counted(
            "{companies} regional company is more than the members, {members}",
            "{companies} regional companies are more than the members, {members}",
            companies,
            companies=companies,
            members=members,
        )
        yield (*place, "regional_companies"), PART_ABOVE_WHOLE, message
    team = item.get("team")
    if isinstance(team, dict):
        fte, here = number_of(number, team.get("fte")), number_of(number, team.get("fte_in_region"))
        if fte is not None and here is not None and here > fte:
            message = Text(
                "{here} full-time equivalents in the region are more than the {fte} in all",
                here=Count(here),
                fte=Count(fte),
            )
            yield (*place, "team", "fte_in_region"), PART_ABOVE_WHOLE, message


def _sirens(entry: Entry) -> _Found:
    for index, text in texts(entry, "siren"):
        if not is_siren(text):
            yield (
                ("siren", index, "value"),
                WRONG_NUMBER,
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
            yield place, WRONG_NUMBER, message
        elif sirens and text[:9] not in sirens:
            message = Text(
                "{number} is an establishment of another company than SIREN {siren}",
                number=clipped(text),
                siren=clipped(sirens[0]),
            )
            yield place, OTHER_COMPANY, message


_CHECKS: Mapping[str, Callable[[Entry], _Found]] = {"figures": _figures, "siren": _sirens, "siret": _sirets}
"""What is looked for in an organisation, by the key that it needs."""


def _point_and_codes(entry: Entry) -> _Found:
    latitude, longitude = (
        number_of(plain_number, entry.get("latitude")),
        number_of(plain_number, entry.get("longitude")),
    )
    if latitude is not None and longitude is not None and not is_in_france(latitude, longitude):
        message = (
            Text("{latitude}, {longitude} is outside France; latitude and longitude are perhaps exchanged")
            if is_in_france(longitude, latitude)
            else Text("{latitude}, {longitude} is outside France")
        )
        yield ("latitude",), OUTSIDE_FRANCE, message.given(latitude=str(latitude), longitude=str(longitude))
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
            OTHER_DEPARTMENT,
            message,
        )
