"""CSV for a French spreadsheet: semicolons, decimal commas, dates ``jj/mm/aaaa``, a mark for UTF-8."""

from clusters_cli.presentation.delimited import Dialect, written_in
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.report_parts import Part

CSV_FR = Dialect(";", decimal=",", day="%d/%m/%Y", mark="\ufeff")
FORMAT = Format("csv-fr", Audience.PROGRAMS, written_in(CSV_FR), needs=Part.TABLE)
