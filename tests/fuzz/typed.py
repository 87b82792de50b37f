"""YAML as editors and other programs read it: with the types of YAML 1.2's core schema, and with keys that are text."""

import re
import sys
from typing import Any

import yaml

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_IN_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NO_NUMBERS = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_LONGEST_INTEGER = 300
"""Digits up to which other programs keep a whole number; a longer one is too large even for a float."""


def typed(text: str) -> Any:
    """Read a YAML document with the types that other programs see (YAML 1.2.2, chapter 10.3.2).

    Raises:
        yaml.YAMLError: it is no YAML.
    """
    return _value(yaml.compose(text, yaml.CSafeLoader))


def _value(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(inner) for key, inner in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    return node.value if node is None or node.style else _scalar(node.value)


def _scalar(text: str) -> Any:
    if text in _NULL:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _INTEGER.fullmatch(text) and len(text) <= _LONGEST_INTEGER:
        return int(text)
    if _IN_BASE.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return min(float(text), sys.float_info.max)
    return sys.float_info.max if _NO_NUMBERS.fullmatch(text) else text
