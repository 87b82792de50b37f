"""What an applicant declares of itself."""

from clusters_cli.foundations.fields import Day, Model, YesNo


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
