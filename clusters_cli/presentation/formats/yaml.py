"""YAML: the object of JSON, written as YAML."""

import io
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from clusters_cli.foundations.hidden import HIDDEN
from clusters_cli.presentation.data import to_data
from clusters_cli.presentation.envelope import envelope
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import ReportOf

if TYPE_CHECKING:
    from yaml import SafeDumper


_RESOLVING = ((True, False), (False, True))
"""The two questions whose answers tell PyYAML whether a scalar needs a tag: read plain, and read in quotes."""


def to_yaml(content: Mapping[str, Any]) -> str:
    """Write an envelope as YAML, piece by piece: the tree that PyYAML builds is many times as large as the answer."""
    import yaml  # noqa: PLC0415  (only this format needs it)

    buffer = io.StringIO()
    dumper: Any = _dumper()(buffer, allow_unicode=True, width=120)

    def emit(value: Any) -> None:  # noqa: ANN401  (the JSON types)
        if isinstance(value, dict):
            dumper.emit(yaml.MappingStartEvent(None, None, implicit=True, flow_style=False))
            for key, inner in value.items():
                emit(key)
                emit(inner)
            dumper.emit(yaml.MappingEndEvent())
        elif isinstance(value, list):
            dumper.emit(yaml.SequenceStartEvent(None, None, implicit=True, flow_style=False))
            for inner in value:
                emit(inner)
            dumper.emit(yaml.SequenceEndEvent())
        else:
            node = dumper.represent_data(value)
            implicit = tuple(node.tag == dumper.resolve(yaml.ScalarNode, node.value, way) for way in _RESOLVING)
            dumper.emit(yaml.ScalarEvent(None, node.tag, implicit, node.value, style=node.style))

    dumper.emit(yaml.StreamStartEvent())
    dumper.emit(yaml.DocumentStartEvent())
    emit(to_data(content))
    dumper.emit(yaml.DocumentEndEvent())
    dumper.emit(yaml.StreamEndEvent())
    return HIDDEN.sub(_escape, buffer.getvalue())


@cache
def _dumper() -> "type[SafeDumper]":
    """Return a writer of YAML that puts texts in double quotes where escapes are needed."""
    import yaml  # noqa: PLC0415  (see above)

    class Dumper(yaml.SafeDumper):
        pass

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        style = '"' if HIDDEN.search(value) else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style)

    Dumper.add_representer(str, text)
    return Dumper


def _escape(found: re.Match[str]) -> str:
    return f"\\U{ord(found.group()):08X}"


def _write(report: ReportOf[str], _reader: Reader) -> str:
    return to_yaml(envelope(report))


FORMAT = Format("yaml", Audience.PROGRAMS, _write, suffixes=(".yaml", ".yml"), enveloped=to_yaml)
