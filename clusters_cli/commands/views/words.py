"""Words that several views share: the values of data as people read them."""

from clusters_cli.foundations.messages import _


def maturity_name(maturity: str) -> str:
    """Return a class of maturity in words."""
    names = {"emerging": _("emerging"), "seeking-model": _("seeking a model"), "structured": _("structured")}
    return names[maturity]


def instalment_name(kind: str) -> str:
    """Return a kind of instalment in words."""
    return {"advance": _("advance"), "interim": _("interim payment"), "balance": _("balance")}[kind]
