"""What a price of credit leaves out: named once under every answer that prices one."""

from collections.abc import Iterator, Sequence

from clusters_cli.cashflow import Credit, Plan, after_a_year, assigned, says_cover
from clusters_cli.foundations.text import Listed, Text, Value, counted


def credit_notes(credit: Credit, *, of_grants: bool = True) -> list[Value]:
    """Say what a bank may also charge and nobody asked for; nothing where no credit is priced.

    Args:
        credit: what was asked for.
        of_grants: whether the command takes what a bank charges for each grant.
    """
    if credit.bank_cost is not None:
        return [
            Text(
                "The rate is that of simple interest on each day's advance: with charging by the quarter, or with a "
                "commission on the highest overdraft, a lower rate costs as much."
            )
        ]
    left_out = tuple(_left_out(credit, of_grants=of_grants))
    return [Text("Not counted, since not asked for: {charges}.", charges=Listed(left_out))] if left_out else []


def _left_out(credit: Credit, *, of_grants: bool) -> Iterator[Text]:
    if not credit.is_priced:
        return
    if credit.rate is not None and not credit.quarterly:
        yield Text("charging by the quarter (--quarterly)")
    if credit.overdraft_commission is None:
        yield Text("a commission on the highest overdraft (--overdraft-commission)")
    if of_grants and credit.dailly is None:
        yield Text("an assignment that finances only a share of the grant (--dailly)")
    if of_grants and credit.advance_guarantee is None:
        yield Text("a guarantee of the advances (--advance-guarantee)")


def security_notes(plans: Sequence[Plan], credit: Credit) -> list[Value]:
    """Say what is assumed of what is assigned and guaranteed: which claims are long, which cover no scheme states."""
    notes: list[Value] = []
    claims = assigned(payment for plan in plans for payment in plan.instalments)
    if credit.dailly is not None and (late := after_a_year(claims)):
        notes.append(
            counted(
                "{count} of {all} instalments assigned is paid more than a year after it is notified: a bank may not "
                "lend on it.",
                "{count} of {all} instalments assigned are paid more than a year after they are notified: a bank may "
                "not lend on them.",
                len(late),
                all=len(claims),
            )
        )
    uncovered = (plan for plan in plans if not says_cover(plan.instalments))
    whole = tuple(dict.fromkeys(scheme for plan in uncovered for scheme in plan.schemes))
    if credit.advance_guarantee is not None and whole:
        notes.append(
            Text("Advances are taken to be guaranteed whole: nothing says the cover under {schemes}.").given(
                schemes=Listed(whole)
            )
        )
    return notes
