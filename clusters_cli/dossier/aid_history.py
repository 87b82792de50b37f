"""Aid that the applicant received before, and aid that it passes on to its members."""

from clusters_cli.dossier.aid_words import AwardKind, PassedOnBasis, TenYears
from clusters_cli.foundations.fields import Amount, Day, Line, Model, Year, YesNo


class PreviousAid(Model):
    """An aid awarded before this one.

    Attributes:
        kind: what sort of aid it was.
        amount: euros, as gross grant equivalent.
        on: day of the act that awarded it.
        undertaking: who received it, when it is another body of the same group.
    """

    kind: AwardKind
    amount: Amount
    on: Day
    undertaking: Line | None = None


class History(Model):
    """Aid received before.

    Attributes:
        awards: every earlier award; an empty list states that there is none.
        group_complete: whether the awards of all linked undertakings are listed.
        first_operating_year: first year of any operating aid under art. 27.
        first_operating_day: first day of it, where it is known.
        ten_years: how the funder counts the ten years of art. 27(7).
    """

    awards: tuple[PreviousAid, ...] | None = None
    group_complete: YesNo | None = None
    first_operating_year: Year | None = None
    first_operating_day: Day | None = None
    ten_years: TenYears | None = None


class PassedOn(Model):
    """Aid that the cluster passes on to one of its members.

    Attributes:
        member: who receives it.
        amount: euros.
        basis: the article under which the member receives it.
        recorded: whether it is recorded as this member's aid, with its amount.
        sme: whether the member is an SME, as article 28 asks.
        costs: the eligible costs of the member that it pays for, in euros.
        advice: whether it is innovation advice or support services (art. 28(4)).
        previous_de_minimis: what the member already received as de minimis aid in the reference period, in euros.
    """

    member: Line
    amount: Amount
    basis: PassedOnBasis | None = None
    recorded: YesNo | None = None
    sme: YesNo | None = None
    costs: Amount | None = None
    advice: YesNo | None = None
    previous_de_minimis: Amount | None = None
