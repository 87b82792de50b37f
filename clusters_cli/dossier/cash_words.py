"""The closed words of the cash of a whole organisation, beside the costs and resources of its project."""

from clusters_cli.foundations.text import Text, meant
from clusters_cli.foundations.words import Vocabulary


class Direction(Vocabulary):
    """Whether money comes in or goes out."""

    IN = "in", meant("direction of money", "in"), "entrée"
    OUT = "out", meant("direction of money", "out"), "sortie"


class CashKind(Vocabulary):
    """What a line of the treasury is: a receipt, a payment, or financing, which goes either way."""

    GRANT = "grant", Text("grant"), "subvention"
    DUES = "dues", Text("dues"), "cotisations"
    SALES = "sales", Text("sales"), "ventes", "prestations"
    GIFT = "gift", Text("gift"), "don"
    OTHER_RECEIPT = "other-receipt", Text("other receipt"), "autre recette"
    PERSONNEL = "personnel", Text("personnel")
    RUNNING = "running", Text("running costs"), "fonctionnement"
    INVESTMENT = "investment", Text("investment"), "investissement"
    PASSED_ON = "passed-on", Text("passed on to members"), "répercuté sur les adhérents", "répercuté"
    BANK_CHARGES = "bank-charges", Text("bank charges"), "frais bancaires"
    OTHER_PAYMENT = "other-payment", Text("other payment"), "autre dépense"
    LOAN = "loan", Text("loan"), "emprunt", "prêt"
    DAILLY = "dailly", Text("Dailly assignment"), "cession Dailly", "Dailly"
    DEPOSIT = "deposit", Text("deposit"), "dépôt", "dépôt de garantie", "caution"
    VAT = "vat", Text("VAT"), "TVA"
    OWN_FUNDS = "own-funds", Text("contribution"), "apport", "fonds propres"

    @property
    def direction(self) -> Direction | None:
        """Which way its money goes; ``None`` where it may go either way, and the line says which."""
        if self.is_financing:
            return None
        return Direction.IN if self in _RECEIPTS else Direction.OUT

    @property
    def is_financing(self) -> bool:
        """Whether it is financing, which stands apart from receipts and costs: it is lent, kept or paid back."""
        return self in _FINANCING


_RECEIPTS = frozenset((CashKind.GRANT, CashKind.DUES, CashKind.SALES, CashKind.GIFT, CashKind.OTHER_RECEIPT))
_FINANCING = frozenset((CashKind.LOAN, CashKind.DAILLY, CashKind.DEPOSIT, CashKind.VAT, CashKind.OWN_FUNDS))
