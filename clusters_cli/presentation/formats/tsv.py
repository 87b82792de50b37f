"""TSV: the table of an answer, with tabs."""

from clusters_cli.presentation.delimited import Dialect, written_in
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.report_parts import Part

TSV = Dialect("\t")
FORMAT = Format("tsv", Audience.PROGRAMS, written_in(TSV), suffixes=(".tsv",), needs=Part.TABLE)
