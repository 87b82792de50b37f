"""What the codes of the command line mean, for ``clusters explain``."""

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.messages import _


def explanations() -> tuple[Explanation, ...]:
    """Return the codes of a command line that asks for something impossible, and that of a bug."""
    return (*_usage(), *_names(), *_values(), _bug())


def _usage() -> tuple[Explanation, ...]:
    return (
        Explanation(
            "USE100",
            _("the command line makes no sense"),
            _("What is asked cannot be done, for the reason the message gives."),
            _("clusters COMMAND --help shows what the command takes, with examples."),
        ),
        Explanation(
            "USE101",
            _("a wrong option or argument"),
            _("An option does not exist, lacks its value, or its value is not of the kind it takes."),
            _("clusters COMMAND --help shows what the command takes, with examples."),
            example="clusters list --format jason",
        ),
        Explanation(
            "USE102",
            _("an unknown command"),
            _("The first word after clusters is no command."),
            _("clusters --help lists the commands."),
            example="clusters lst",
        ),
        Explanation(
            "USE103",
            _("an output file whose suffix names no format"),
            _("Without --format the suffix of --output chooses the format, and this one chooses none."),
            _("Add --format, or use a suffix such as .json or .csv."),
            example="clusters list --output clusters.doc",
        ),
        Explanation(
            "USE104",
            _("a file that exists"),
            _("Nothing is overwritten unless one says so."),
            _("Add --force, or choose another name."),
        ),
        Explanation(
            "USE105",
            _("a file that cannot be written"),
            _("The folder does not exist, may not be written, or the disk is full; nothing was left behind."),
            _("Check the path, the rights and the room on the disk."),
            example="clusters list --output nowhere/clusters.csv",
        ),
        Explanation(
            "USE106",
            _("no table to write as CSV"),
            _("The answer of this command is not a table, so that CSV and TSV cannot hold it."),
            _("Use -f json, or no format."),
        ),
    )


def _names() -> tuple[Explanation, ...]:
    return (
        Explanation(
            "USE110",
            _("an unknown column"),
            _("A list has no column of this name."),
            _("Take one of those in the message."),
            example="clusters list --sort budgt",
        ),
        Explanation(
            "USE111",
            _("an unknown name"),
            _("Nothing in the registry has this id, name or alias."),
            _("Take the id that is suggested; clusters list shows those of the clusters."),
            example="clusters show nekoo",
        ),
        Explanation(
            "USE112",
            _("a filter that nothing can pass"),
            _("The value of a filter is not a class, department or domain of the registry."),
            _("Take one of those in the message."),
            example="clusters list --department 99",
        ),
    )


def _values() -> tuple[Explanation, ...]:
    return (
        Explanation(
            "USE113",
            _("no payment scheme named"),
            _("A cash advance can only be worked out for a payment scheme, and none is taken for granted."),
            _("Add --scheme with one of the schemes in the message; it may be repeated to compare them."),
            example="clusters cashflow nekoe",
        ),
        Explanation(
            "USE115",
            _("an unknown code"),
            _("No message of the program has this code."),
            _("clusters explain lists all codes."),
            example="clusters explain REG999",
        ),
        Explanation(
            "USE120",
            _("not an amount"),
            _("An amount is typed as 130000, 130 000, 130000,50 or 130 000 €: not negative, not finer than a cent."),
            _("Type the amount in one of these ways, in quotes if it holds spaces."),
            example="clusters cashflow nekoe --scheme triennial --grant lots",
        ),
        Explanation(
            "USE121",
            _("a grant of zero"),
            _("A grant of zero is never paid, so that there is nothing to work out."),
            _("Type an amount above zero, or leave --grant out to use what the registry knows."),
            example="clusters cashflow nekoe --scheme triennial --grant 0",
        ),
        Explanation(
            "USE122",
            _("one grant for several clusters"),
            _("--grant gives one amount and several clusters are named: each has a grant of its own."),
            _("Name one cluster, or leave --grant out to use what the registry knows."),
            example="clusters cashflow nekoe dream --scheme triennial --grant 100000",
        ),
    )


def _bug() -> Explanation:
    return Explanation(
        "BUG700",
        _("a bug"),
        _("The program failed where it should not have; it is not a mistake of yours, and no file was changed."),
        _("Report it with what you typed; add --debug for the traceback."),
    )
