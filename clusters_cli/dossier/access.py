"""Who may use the facilities and activities of a cluster, and at what price."""

from clusters_cli.dossier.aid_words import Fees
from clusters_cli.foundations.fields import Line, Model, Share, YesNo


class Privilege(Model):
    """Better access to facilities for somebody.

    Attributes:
        member: who has it.
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
    fees: Fees | None = None
