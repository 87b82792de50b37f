"""Departments and codes of Régions that do not exist, stand twice, or do not belong together."""

import re
from collections.abc import Iterator

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.names import nearest
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.reading.refusals import clipped, echoed
from clusters_cli.foundations.text import Text
from clusters_cli.registry.documents import Documents, Entry, Fault, items, texts
from clusters_cli.registry.france import DEPARTMENTS, FRENCH_REGIONS, department_named, is_department, known_region

NO_SUCH_DEPARTMENT = Explanation(
    "REG216",
    Text("no department of France"),
    Text(
        "Departments have the numbers 01 to 95, with 2A and 2B in place of 20, and 971 to 976; collectivities overseas "
        "go on to 989."
    ),
    Text("Correct the number; in quotes, a leading zero is kept."),
    example='{department: "96"}',
)
NO_SUCH_REGION = Explanation(
    "REG217",
    Text("no Région of France"),
    Text("No Région has this code in the Code officiel géographique of the INSEE."),
    Text("Correct the code, or leave it out; in quotes, a leading zero is kept."),
    example='insee: [{value: "42", source: report}]',
)
DEPARTMENT_TWICE = Explanation(
    "REG218",
    Text("a department stands twice"),
    Text("The frame of a registry names each department of the Région once."),
    Text("Remove one of the two."),
    example='departments:\n- {number: "41", name: Loir-et-Cher, source: report}\n'
    '- {number: "41", name: Loiret, source: report}',
)
OTHER_REGION = Explanation(
    "REG219",
    Text("a department of another Région"),
    Text("The department is none of those of the Région whose INSEE code the frame gives."),
    Text("Correct the number of the department or the code of the Région."),
    example='insee: [{value: "24", source: report}]\n'
    'departments: [{number: "44", name: Loire-Atlantique, source: report}]',
)

_FILE = "region.yaml"
_NUMBER = re.compile("[0-9]{2,3}|2[AB]")
"""How the models let a number be written; they tell of one that is not."""


def misplaced(documents: Documents) -> Iterator[Fault]:
    """Yield the departments of places and of the frame, and the codes of the Région, that cannot be true."""
    for path, entry in documents.entries("places.yaml", "places"):
        yield from _unknown_department("places.yaml", (*path, "department"), entry, "department", "department_name")
    frame = documents.by_name[_FILE].data if _FILE in documents.by_name else None
    if isinstance(frame, dict):
        yield from _unknown_codes(frame)
        yield from _departments(frame)


def _unknown_codes(frame: Entry) -> Iterator[Fault]:
    for index, code in texts(frame, "insee"):
        if re.fullmatch("[0-9]{2}", code) and code not in {region.insee for region in FRENCH_REGIONS}:
            named = known_region(frame["name"]) if isinstance(frame.get("name"), str) else None
            message = Text("no Région of France has the code {code}", code=echoed(code))
            yield Fault(
                _FILE, ("insee", index, "value"), NO_SUCH_REGION, message, suggestion=named.insee if named else None
            )


def _departments(frame: Entry) -> Iterator[Fault]:
    codes = [code for _index, code in texts(frame, "insee")]
    regions = [region for region in FRENCH_REGIONS if region.insee in codes]
    own = {number for region in regions for number in region.departments}
    seen: set[str] = set()
    for place, department in items(frame, "departments"):
        path, number = (*place, "number"), department.get("number")
        yield from _unknown_department(_FILE, path, department, "number", "name")
        if not isinstance(number, str):
            continue
        if number in seen:
            message = Text("{number} is already a department of the list", number=clipped(number))
            yield Fault(_FILE, path, DEPARTMENT_TWICE, message)
        elif own and number in DEPARTMENTS and number not in own:
            message = Text("{number} is no department of the Région {name}", number=number, name=regions[0].name)
            yield Fault(_FILE, path, OTHER_REGION, message)
        seen.add(number)


def _unknown_department(file: str, path: DataPath, entry: Entry, key: str, name_key: str) -> Iterator[Fault]:
    number, name = entry.get(key), entry.get(name_key)
    if isinstance(number, str) and _NUMBER.fullmatch(number) and not is_department(number):
        named = department_named(name) if isinstance(name, str) else None
        near = named or next(iter(nearest(number, DEPARTMENTS, 1)), None)
        message = Text("France has no department {number}", number=echoed(number))
        yield Fault(file, path, NO_SUCH_DEPARTMENT, message, suggestion=near)
