"""What is paid for: the period, the work by class, the partners."""

from typing import Annotated, Literal

from pydantic import Field

from clusters_cli.foundations.models import Amount, Day, Line, Model, YesNo


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


class Project(Model):
    """What is paid for.

    Attributes:
        start: first day of the period that the aid covers.
        end: last day of it.
        missions: its work by class of the DGE-CGET-Régions guide.
        area: for an investment: the kind of assisted area it stands in.
        cost_method: whether an ERDF grant is paid on real costs or on simplified ones.
        need_of_funder: whether it answers a need of the funder rather than the cluster's own initiative.
        individualised: whether it is a service done for the funder alone.
    """

    title: Line | None = None
    start: Day | None = None
    end: Day | None = None
    missions: Missions | None = None
    area: Literal["none", "c", "a"] | None = None
    cost_method: Literal["real", "simplified"] | None = None
    need_of_funder: YesNo | None = None
    individualised: YesNo | None = None


class Partner(Model):
    """A partner of an INTERREG project; ``country`` is the two-letter code."""

    name: Line
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$", examples=["FR"])]
    in_area: YesNo | None = None
    erdf: Amount | None = None
