"""Aid received before, aid passed on, access, partners and declarations: what the rules ask of a cluster's conduct."""

from typing import Annotated, Literal

from pydantic import Field

from clusters_cli.foundations.models import Amount, Day, Line, Model, Share, Year, YesNo


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


class Privilege(Model):
    """Better access to facilities for somebody.

    Attributes:
        share: share of the investment costs that he paid.
        proportional: whether the advantage is in proportion to it.
        terms_public: whether its terms are public.
    """

    member: Line
    share: Share | None = None
    proportional: YesNo | None = None
    terms_public: YesNo | None = None


class Access(Model):
    """Who may use the facilities and activities, and at what price.

    Attributes:
        open: whether they are open to several users without discrimination.
        terms_public: whether the terms of access are public.
        privileges: better access given to some; an empty list states that there is none.
        fees: on what the fees rest.
    """

    open: YesNo | None = None
    terms_public: YesNo | None = None
    privileges: tuple[Privilege, ...] | None = None
    fees: Literal["market", "cost", "cost-plus-margin", "below-cost", "free"] | None = None


class Partner(Model):
    """A partner of an INTERREG project; ``country`` is the two-letter code."""

    name: Line
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$", examples=["FR"])]
    in_area: YesNo | None = None
    erdf: Amount | None = None


class Missions(Model):
    """The yearly work by class of the DGE-CGET-Régions guide, in euros over the project.

    Attributes:
        a: non-economic work of general interest: no State aid.
        b: collective work for all members: cluster aid.
        c: services to single firms: de minimis or another article.
    """

    a: Amount
    b: Amount
    c: Amount


class Declarations(Model):
    """What the applicant declares of itself; a declaration left out is unknown, never a no.

    Attributes:
        insolvency: whether it is in, or fit for, collective insolvency proceedings.
        rescue_aid_open: whether rescue aid is unpaid or a restructuring plan is running.
        recovery_order: whether a recovery order for earlier unlawful aid is unpaid.
        difficulty_since: when its difficulties arose, if it has any.
        sound_at_2019_end: whether it was sound on 31 December 2019.
        engagement_contract: whether the contrat d'engagement républicain is signed.
    """

    insolvency: YesNo | None = None
    rescue_aid_open: YesNo | None = None
    recovery_order: YesNo | None = None
    difficulty_since: Day | None = None
    sound_at_2019_end: YesNo | None = None
    engagement_contract: YesNo | None = None
