"""The aid that is asked for, aid received before it, and aid passed on to members."""

from typing import Literal

from clusters_cli.foundations.models import Amount, Day, Line, Model, Year, YesNo


class Aid(Model):
    """The aid that is asked for.

    Attributes:
        type: aid to the running of the cluster (art. 27(7)-(9)), aid to its investments (art. 27(5)-(6)), or ``none``
            when only non-economic work is paid and no State aid is asked for.
        basis: the article of the GBER under which it is given.
        regime: the aid regime named by the funder, such as ``SA.58995``.
        award_date: day of the act that gives the right to the aid.
        act_names_regime: whether that act names the regime and its number.
        ad_hoc: whether it is given outside any regime.
    """

    type: Literal["operating", "investment", "none"]
    basis: Literal["article-27", "article-20", "article-20a"] | None = None
    regime: Line | None = None
    award_date: Day | None = None
    act_names_regime: YesNo | None = None
    ad_hoc: YesNo | None = None


class PreviousAid(Model):
    """An aid awarded before this one.

    Attributes:
        amount: euros, as gross grant equivalent.
        on: day of the act that awarded it.
        undertaking: who received it, when it is another body of the same group.
    """

    kind: Literal["operating", "investment", "de-minimis", "other"]
    amount: Amount
    on: Day
    undertaking: Line | None = None


class History(Model):
    """Aid received before.

    Attributes:
        awards: every earlier award; an empty list states that there is none.
        group_complete: whether the awards of all linked undertakings are listed.
        first_operating_year: first year of any operating aid under art. 27.
    """

    awards: tuple[PreviousAid, ...] | None = None
    group_complete: YesNo | None = None
    first_operating_year: Year | None = None


class PassedOn(Model):
    """Aid that the cluster passes on to one of its members.

    Attributes:
        basis: the article under which the member receives it.
        recorded: whether it is recorded as this member's aid, with its amount.
        previous_de_minimis: what the member already received as de minimis aid in the reference period, in euros.
    """

    member: Line
    amount: Amount
    basis: Literal["de-minimis", "article-28"] | None = None
    recorded: YesNo | None = None
    previous_de_minimis: Amount | None = None
