"""What a price of credit leaves out: named once under every answer that prices one."""

from collections.abc import Iterator

from clusters_cli.cashflow import Credit
from clusters_cli.foundations.text import Listed, Text, Value


def credit_notes(credit: Credit) -> list[Value]:
    """Say what a bank may also charge and nobody asked for; nothing where no credit is priced."""
    if credit.bank_cost is not None:
        return [
            Text(
                "The rate is that of simple interest on each day's advance: with charging by the quarter, or with a "
                "commission on the highest overdraft, a lower rate costs as much."
            )
        ]
    left_out = tuple(_left_out(credit))
    return [Text("Not counted, since not asked for: {charges}.", charges=Listed(left_out))] if left_out else []


def _left_out(credit: Credit) -> Iterator[Text]:
    if not credit.is_priced:
        return
    if credit.rate is not None and not credit.quarterly:
        yield Text("charging by the quarter (--quarterly)")
    if credit.overdraft_commission is None:
        yield Text("a commission on the highest overdraft (--overdraft-commission)")
