"""Who applies: the organisation, its members, its accounts and its labels."""

from clusters_cli.dossier.applicant_words import Activity, ApplicantForm, LabelLevel, MemberKind
from clusters_cli.foundations.fields import Amount, Day, Line, Model, Share, SignedAmount, Year, YesNo


class ClusterMember(Model):
    """A member of the cluster.

    Attributes:
        name: what it is called.
        kind: what sort of member it is.
        group: a name shared by members that are linked to each other; a member without one stands alone.
    """

    name: Line
    kind: MemberKind
    group: Line | None = None


class Applicant(Model):
    """The body that applies.

    Attributes:
        legal_form: its legal form.
        founded: day on which it was founded.
        operates_cluster: whether it operates the cluster itself.
        owns_facilities: whether it owns the facilities that an investment aid would pay.
        separate_accounts: whether ownership, operation and use of the cluster have separate accounts.
        listed_company_type: for a cooperative: whether its legal type is one of the company types of Directive
            2013/34/EU, annexes I and II.
        sme: whether it declares itself a small or medium-sized enterprise.
        public_share: share of capital or votes held by public bodies.
        public_share_exempt: whether these are among the exceptions of annex I, art. 3(2) (universities, small local
            authorities, regional funds).
        share_capital: subscribed share capital in euros.
        own_funds: own funds in euros, losses deducted.
        members: the members; left out when unknown.
        activities: what the cluster does; left out when unknown.
    """

    legal_form: ApplicantForm | None = None
    founded: Day | None = None
    operates_cluster: YesNo | None = None
    owns_facilities: YesNo | None = None
    separate_accounts: YesNo | None = None
    listed_company_type: YesNo | None = None
    sme: YesNo | None = None
    public_share: Share | None = None
    public_share_exempt: YesNo | None = None
    share_capital: Amount | None = None
    own_funds: SignedAmount | None = None
    members: tuple[ClusterMember, ...] | None = None
    activities: tuple[Activity, ...] | None = None


class AccountsYear(Model):
    """What the ratios of art. 2(18)(e) need of one financial year, in euros.

    Attributes:
        year: the financial year.
        debt: what it owes, in euros.
        equity: own funds in euros.
        ebitda: earnings before interest, taxes, depreciation and amortisation, in euros.
        interest: interest paid, in euros.
    """

    year: Year
    debt: Amount
    equity: SignedAmount
    ebitda: SignedAmount
    interest: Amount


class Accounts(Model):
    """Accounts and their control.

    Attributes:
        ratios: the past two financial years, for a body that is no SME.
        auditor: whether a statutory auditor is appointed.
        approved: day on which the last accounts were approved.
        published: day on which they were published.
        year_end: last day of the financial year of an earlier grant.
        report_sent: day on which the financial report of that grant was sent to its funder.
        tied: whether that grant is tied to a given expense.
    """

    ratios: tuple[AccountsYear, ...] | None = None
    auditor: YesNo | None = None
    approved: Day | None = None
    published: Day | None = None
    year_end: Day | None = None
    report_sent: Day | None = None
    tied: YesNo | None = None


class ClusterLabel(Model):
    """A European cluster management label; ``none`` states that there is none.

    Attributes:
        level: the level of the label; ``none`` states that there is none.
        awarded: day on which it was awarded.
        renewed: whether it was renewed since.
    """

    level: LabelLevel
    awarded: Day | None = None
    renewed: YesNo | None = None


class PoleLabel(Model):
    """The State's pôle de compétitivité label, phase V.

    Attributes:
        held: whether the body holds it.
        ends: last day of its term.
        extended: whether a term that has ended was extended.
    """

    held: YesNo
    ends: Day | None = None
    extended: YesNo | None = None
