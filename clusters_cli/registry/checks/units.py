"""A parameter of a registry's own that stands in place of the program's is in its unit: rules count on it."""

from collections.abc import Iterator

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text
from clusters_cli.registry.documents import Documents, Fault, word_of
from clusters_cli.registry.law import law_document
from clusters_cli.registry.models.law_words import ParameterUnit

OTHER_UNIT = Explanation(
    "REG251",
    Text("a parameter in another unit than the program's"),
    Text(
        "The registry's own parameter stands in place of the program's of the same id, whose unit the rules count on: "
        "48 months would be read as 48 years."
    ),
    Text("Write its values in the unit of the message, or give it an id of its own."),
    example="parameters: [{id: multi-year-max, unit: months, …}]",
)
_FILE, _LAW, _SECTION = "programmes.yaml", "parameters.yaml", "parameters"


def other_units(documents: Documents) -> Iterator[Fault]:
    """Yield each parameter that takes the program's place in another unit; without any, the law is not even read."""
    own = list(documents.entries(_FILE, _SECTION))
    law = Documents({_LAW: law_document(_LAW)}) if own else documents
    units = {row.get("id"): word_of(ParameterUnit, row.get("unit")) for _path, row in law.entries(_LAW, _SECTION)}
    for path, row in own:
        identifier, unit = row.get("id"), word_of(ParameterUnit, row.get("unit"))
        usual = units.get(identifier) if isinstance(identifier, str) else None
        if unit and usual and unit is not usual:
            message = Text("must be {unit}, the unit of the program's {id}", unit=usual, id=str(identifier))
            yield Fault(_FILE, (*path, "unit"), OTHER_UNIT, message)
