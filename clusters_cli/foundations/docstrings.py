"""What docstrings say, also to a Python that was told to drop them (``python -OO``)."""

import inspect
import sys
from textwrap import dedent
from typing import Any

_DROPPING = 2
"""The level of optimisation from which Python keeps no docstrings."""


def docstring(documented: Any) -> str:  # noqa: ANN401  (a function or a class)
    """Return what stands in the docstring of a function or class; it is read in the source where Python dropped it."""
    if sys.flags.optimize < _DROPPING:
        return inspect.cleandoc(documented.__doc__ or "")
    import ast  # noqa: PLC0415  (hardly anybody drops docstrings)

    try:
        source = inspect.getsource(inspect.unwrap(documented))
    except (OSError, TypeError):
        return ""
    (definition,) = ast.parse(dedent(source)).body
    return ast.get_docstring(definition) or ""  # type: ignore[arg-type]  # a function or a class
