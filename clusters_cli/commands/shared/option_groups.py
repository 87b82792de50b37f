"""Options in groups: a command that takes a frozen dataclass takes one option for each of its fields.

Typer reads the options of a command in its signature.  ``grouped`` writes that signature: a parameter whose type is a
dataclass becomes its fields, in their order, and the command is called with the dataclass that was made of them.
Where the dataclass has a ``QUESTION``, the help lists its options under it.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import wraps
from typing import Annotated, Any, TypeVar, get_args, get_type_hints

Returned = TypeVar("Returned")


def grouped(command: Callable[..., Returned]) -> Callable[..., Returned]:
    """Let a command take its options in groups.

    Args:
        command: a command; its groups are parameters by name whose types are dataclasses of annotated options.
    """
    asked = inspect.signature(command, eval_str=True)
    options = [option for parameter in asked.parameters.values() for option in _options(parameter)]

    @wraps(command)
    def called(**given: Any) -> Returned:  # noqa: ANN401  (what Typer read)
        return command(**{name: _value(parameter, given) for name, parameter in asked.parameters.items()})

    called.__signature__ = asked.replace(parameters=options)  # type: ignore[attr-defined]  # what inspect looks at first
    called.__annotations__ = {option.name: option.annotation for option in options}
    return called


def _options(parameter: inspect.Parameter) -> Iterator[inspect.Parameter]:
    group = parameter.annotation
    if not is_dataclass(group):
        yield parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        return
    types = get_type_hints(group, include_extras=True)
    question = getattr(group, "QUESTION", None)
    for field in fields(group):
        yield inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=_default(field),
            annotation=_asking(types[field.name], question),
        )


def _default(field: "Field[Any]") -> object:
    return inspect.Parameter.empty if field.default is MISSING else field.default


def _asking(annotation: Any, question: str | None) -> Any:  # noqa: ANN401  (types of options)
    """Return the type of an option whose help stands under a question."""
    if question is None:
        return annotation
    type_, info = get_args(annotation)
    info = copy(info)
    info.rich_help_panel = question
    return Annotated[type_, info]


def _value(parameter: inspect.Parameter, given: Mapping[str, Any]) -> object:
    group = parameter.annotation
    if is_dataclass(group) and isinstance(group, type):
        return group(**{field.name: given[field.name] for field in fields(group)})
    return given[parameter.name]
