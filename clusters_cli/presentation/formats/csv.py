"""CSV: the table of an answer, with commas and decimal points, in UTF-8."""

from clusters_cli.presentation.delimited import Dialect, written_in
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.report_parts import Part

CSV = Dialect(",")
FORMAT = Format("csv", Audience.PROGRAMS, written_in(CSV), suffixes=(".csv",), needs=Part.TABLE)
