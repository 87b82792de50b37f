"""JSON: the whole answer in a versioned envelope, never translated."""

import io
import json
import re
from collections.abc import Mapping
from typing import Any

from clusters_cli.foundations.hidden import HIDDEN
from clusters_cli.presentation.data import to_data
from clusters_cli.presentation.envelope import envelope
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import ReportOf


def to_json(content: Mapping[str, Any]) -> str:
    """Write data as JSON, piece by piece; what hides or reorders text is written as JSON escapes it."""
    buffer = io.StringIO()
    json.dump(to_data(content), buffer, ensure_ascii=False, indent=2)
    return HIDDEN.sub(_escape, buffer.getvalue()) + "\n"


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1]


def _write(report: ReportOf[str], _reader: Reader) -> str:
    return to_json(envelope(report))


FORMAT = Format("json", Audience.PROGRAMS, _write, suffixes=(".json",), enveloped=to_json)
