"""What the accounts of French associations tell by themselves: by which kind of the plan their money is meant.

The numbers are those of the general chart of accounts (PCG, règlement ANC 2014-03) and of what the chart of
associations adds to it (règlement ANC 2018-06).  An account of a third party says who was paid and seldom for what:
those that do not say it (411 members and customers, 46 and 47 sundry and pending, 512 and 58 own cash) stand for
nothing, and what they explain is listed until a mapping file says more.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from clusters_cli.dossier import CashKind

GENERAL = "règlement ANC 2014-03 (plan comptable général)"
ASSOCIATIONS = "règlement ANC 2018-06 (associations)"


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """What an account, and those below it, stand for in the plan.

    Attributes:
        prefix: the digits it begins with.
        name: what the chart calls it, in French.
        kind: the kind of the plan; ``None`` where it says nothing, though the account above it does.
        source: the chart that has it.
    """

    prefix: str
    name: str
    kind: CashKind | None
    source: str = GENERAL


ACCOUNTS = (
    KnownAccount("10", "Fonds propres et réserves", CashKind.OWN_FUNDS, ASSOCIATIONS),
    KnownAccount("13", "Subventions d'investissement", CashKind.GRANT),
    KnownAccount("16", "Emprunts et dettes assimilées", CashKind.LOAN),
    KnownAccount("165", "Dépôts et cautionnements reçus", CashKind.DEPOSIT),
    KnownAccount("20", "Immobilisations incorporelles", CashKind.INVESTMENT),
    KnownAccount("21", "Immobilisations corporelles", CashKind.INVESTMENT),
    KnownAccount("23", "Immobilisations en cours", CashKind.INVESTMENT),
    KnownAccount("275", "Dépôts et cautionnements versés", CashKind.DEPOSIT),
    KnownAccount("401", "Fournisseurs", CashKind.RUNNING),
    KnownAccount("403", "Fournisseurs, effets à payer", CashKind.RUNNING),
    KnownAccount("404", "Fournisseurs d'immobilisations", CashKind.INVESTMENT),
    KnownAccount("405", "Fournisseurs d'immobilisations, effets à payer", CashKind.INVESTMENT),
    KnownAccount("4091", "Fournisseurs, avances et acomptes versés", CashKind.RUNNING),
    KnownAccount("42", "Personnel et comptes rattachés", CashKind.PERSONNEL),
    KnownAccount("43", "Sécurité sociale et autres organismes sociaux", CashKind.PERSONNEL),
    KnownAccount("441", "État, subventions et aides à recevoir", CashKind.GRANT),
    KnownAccount("4421", "Prélèvements à la source", CashKind.PERSONNEL),
    KnownAccount("445", "État, taxes sur le chiffre d'affaires", CashKind.VAT),
    KnownAccount("4681", "Frais des bénévoles", CashKind.RUNNING, ASSOCIATIONS),
    KnownAccount("60", "Achats", CashKind.RUNNING),
    KnownAccount("61", "Services extérieurs", CashKind.RUNNING),
    KnownAccount("62", "Autres services extérieurs", CashKind.RUNNING),
    KnownAccount("627", "Services bancaires et assimilés", CashKind.BANK_CHARGES),
    KnownAccount("63", "Impôts, taxes et versements assimilés", CashKind.RUNNING),
    KnownAccount("631", "Impôts et taxes sur rémunérations (impôts)", CashKind.PERSONNEL),
    KnownAccount("633", "Impôts et taxes sur rémunérations (autres organismes)", CashKind.PERSONNEL),
    KnownAccount("64", "Charges de personnel", CashKind.PERSONNEL),
    KnownAccount("65", "Autres charges de gestion courante", CashKind.RUNNING),
    KnownAccount("657", "Aides financières", CashKind.PASSED_ON, ASSOCIATIONS),
    KnownAccount("66", "Charges financières", CashKind.BANK_CHARGES),
    KnownAccount("67", "Charges exceptionnelles", CashKind.OTHER_PAYMENT),
    KnownAccount("69", "Impôts sur les bénéfices", CashKind.OTHER_PAYMENT),
    KnownAccount("70", "Ventes de produits et de prestations", CashKind.SALES),
    KnownAccount("73", "Concours publics", CashKind.GRANT, ASSOCIATIONS),
    KnownAccount("74", "Subventions", CashKind.GRANT),
    KnownAccount("747", "Quote-part des subventions d'investissement", None),
    KnownAccount("75", "Autres produits de gestion courante", CashKind.OTHER_RECEIPT),
    KnownAccount("754", "Ressources liées à la générosité du public", CashKind.GIFT, ASSOCIATIONS),
    KnownAccount("755", "Contributions financières", CashKind.GIFT, ASSOCIATIONS),
    KnownAccount("756", "Cotisations", CashKind.DUES, ASSOCIATIONS),
    KnownAccount("76", "Produits financiers", CashKind.OTHER_RECEIPT),
    KnownAccount("77", "Produits exceptionnels", CashKind.OTHER_RECEIPT),
)
"""Every account that is known, by its number; the longest beginning of an account's number counts."""
_BY_PREFIX: Mapping[str, KnownAccount] = {account.prefix: account for account in ACCOUNTS}
_LONGEST = max(map(len, _BY_PREFIX))


def known_account(number: str) -> KnownAccount | None:
    """Return what is known of an account, ``None`` if nothing.

    >>> known_account("627800").name, known_account("411000")
    ('Services bancaires et assimilés', None)
    """
    prefixes = (number[:length] for length in range(min(_LONGEST, len(number)), 0, -1))
    return next((_BY_PREFIX[prefix] for prefix in prefixes if prefix in _BY_PREFIX), None)
