"""The dossier: one application file for two questions, may it receive this aid and when does the money come.

Everything but ``id`` and ``aid.type`` may be left out: what is left out is unknown.  A list left out is unknown too; an
empty list states that there is nothing.
"""

from typing import Annotated

from pydantic import Field

from clusters_cli.dossier.access import Access
from clusters_cli.dossier.aid_history import History, PassedOn
from clusters_cli.dossier.aid_words import AidType, ApplicationItem, Area, CostMethod, FunderLevel, TaxBasis
from clusters_cli.dossier.applicant import Accounts, Applicant, ClusterLabel, PoleLabel
from clusters_cli.dossier.cash_lines import TreasurySection
from clusters_cli.dossier.declarations import Declarations
from clusters_cli.dossier.lines import CostLine, Resource
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.fields import Amount, Day, Identifier, Line, Model, Share, YesNo


class Aid(Model):
    """The aid that is asked for.

    Attributes:
        type: aid to the running of the cluster (art. 27(7)-(9)), aid to its investments (art. 27(5)-(6)), or ``none``
            when only non-economic work is paid and no State aid is asked for.
        basis: what it rests on: an article of the GBER, the de minimis regulation, or nothing where it is no aid.
        regime: the aid regime named by the funder, such as ``SA.58995``.
        award_date: day of the act that gives the right to the aid.
        act_names_regime: whether that act names the regime and its number.
        ad_hoc: whether it is given outside any regime.
    """

    type: AidType
    basis: AidBasis | None = None
    regime: Line | None = None
    award_date: Day | None = None
    act_names_regime: YesNo | None = None
    ad_hoc: YesNo | None = None


class Application(Model):
    """The written application.

    Attributes:
        date: day on which it reached the funder.
        contents: the items it holds, of the five that the law asks for.
        incentive_proof: whether it proves that the aid changes what is done (large bodies, ad hoc aid).
    """

    date: Day | None = None
    contents: tuple[ApplicationItem, ...] | None = None
    incentive_proof: YesNo | None = None


class Missions(Model):
    """The work by class of the DGE-CGET-Régions guide, in euros over the project.

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
        title: what it is called.
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
    area: Area | None = None
    cost_method: CostMethod | None = None
    need_of_funder: YesNo | None = None
    individualised: YesNo | None = None


class Partner(Model):
    """A partner of an INTERREG project; ``country`` is the two-letter code.

    Attributes:
        name: what it is called.
        country: its country, in two letters.
        in_area: whether it has its seat in the area of the programme.
        erdf: its part of the ERDF money, in euros.
    """

    name: Line
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$", examples=["FR"])]
    in_area: YesNo | None = None
    erdf: Amount | None = None


class Totals(Model):
    """Totals in euros over the project, for an answer before the lines are known.

    Attributes:
        eligible_costs: operating costs that art. 27(8) admits.
        public_aid: all public aid on these costs, the grant asked for included.
        grant: the grant asked for.
        budget: the whole budget.
    """

    eligible_costs: Amount | None = None
    public_aid: Amount | None = None
    grant: Amount | None = None
    budget: Amount | None = None


class Tax(Model):
    """Value added tax: whether the applicant recovers it, and whether the cost lines hold it (``gross``).

    Attributes:
        vat_recoverable: whether the applicant recovers it.
        amounts: whether the cost lines hold it (``gross``).
    """

    vat_recoverable: YesNo | None = None
    amounts: TaxBasis | None = None


class AgreementFollowUp(Model):
    """The agreement with the funder.

    Attributes:
        signed: day of its signature.
        surplus_clause: whether it says how use is controlled and whether a surplus may be kept.
        sets_payment_dates: whether it sets dates of payment of its own.
        notified: day on which the award was notified.
        first_due: day on which the agreement makes the first payment due.
        first_paid: day of the first payment.
        funder: whether the funder is a service of the State or a local authority.
        published: whether the award is published (GBER art. 9).
        de_minimis_registered: whether a de minimis award is entered in the register.
        de_minimis_statement: whether the undertaking stated in writing its other de minimis aid of three years, when
            it was told that this one is de minimis aid.
    """

    signed: Day | None = None
    surplus_clause: YesNo | None = None
    sets_payment_dates: YesNo | None = None
    notified: Day | None = None
    first_due: Day | None = None
    first_paid: Day | None = None
    funder: FunderLevel | None = None
    published: YesNo | None = None
    de_minimis_registered: YesNo | None = None
    de_minimis_statement: YesNo | None = None


class Investment(Model):
    """What becomes of an aided investment: last payment of the aid, and disposal if there is one.

    Attributes:
        final_payment: day of the last payment of the aid.
        kept: whether what was paid for is still kept.
        disposed: day on which it was disposed of.
    """

    final_payment: Day | None = None
    kept: YesNo | None = None
    disposed: Day | None = None


class Dossier(Model):
    """One application.

    Attributes:
        id: what it is called in answers.
        name: what people call it.
        cluster: id of the registry's cluster, if it is one.
        organisation: who applies.
        aid: the aid that is asked for.
        application: the written application.
        project: what is paid for.
        totals: sums, for an answer before the lines are known.
        costs: every cost of the project, whoever pays it.
        resources: every resource of the project, the grant asked for included (``status: requested``).
        balance_tolerance: what the funder allows beyond the public share of its own rule, as a share of the budget.
        tax: value added tax.
        access: who may use the facilities and services, and on what terms.
        declarations: what the applicant declares.
        history: the aid awarded before this one.
        passed_on: aid that the cluster passes on to members.
        partners: partners of an INTERREG project.
        accounts: accounts and their control.
        agreement: the agreement with the funder.
        investment: what becomes of an aided investment.
        label: its European cluster management label.
        pole: its label as a pôle de compétitivité.
        treasury: the cash of the whole organisation.
    """

    id: Identifier
    name: Line | None = None
    cluster: Identifier | None = None
    organisation: Applicant = Applicant()
    aid: Aid
    application: Application = Application()
    project: Project = Project()
    totals: Totals = Totals()
    costs: Annotated[tuple[CostLine, ...], Field(max_length=10_000)] | None = None
    resources: Annotated[tuple[Resource, ...], Field(max_length=10_000)] | None = None
    balance_tolerance: Share | None = None
    tax: Tax = Tax()
    access: Access = Access()
    declarations: Declarations = Declarations()
    history: History = History()
    passed_on: tuple[PassedOn, ...] | None = None
    partners: tuple[Partner, ...] | None = None
    accounts: Accounts = Accounts()
    agreement: AgreementFollowUp = AgreementFollowUp()
    investment: Investment = Investment()
    label: ClusterLabel | None = None
    pole: PoleLabel | None = None
    treasury: TreasurySection = TreasurySection()
