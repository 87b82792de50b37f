"""What a code means: the shape of the catalogues that ``clusters explain`` reads.

Each room that has codes of its own keeps their catalogue; one place looks a code up in all of them.
"""

from dataclasses import dataclass

from clusters_cli.foundations.messages import _
from clusters_cli.foundations.text import Sentence


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means.

    Attributes:
        code: the stable code, such as ``REG103`` or ``K21``.
        title: what it is about, in a few words.
        meaning: what it says and why it matters.
        remedy: what one can do.
        example: a line that brings it about, as YAML or as a command line; empty if there is none worth showing.
        reference: where the rule is written, when it is one of law.
    """

    code: str
    title: Sentence | str
    meaning: Sentence | str
    remedy: Sentence | str
    example: str = ""
    reference: str = ""


_READING = (
    Explanation(
        "REG001",
        _("a file or folder cannot be read"),
        _("It does not exist, is no regular file or folder, may not be read, or vanished meanwhile."),
        _("Check the path and the rights of the file."),
    ),
    Explanation(
        "REG002",
        _("not UTF-8 text"),
        _("Data files are UTF-8, with or without a byte order mark; this one is binary or in another encoding."),
        _("Save the file as UTF-8 in your editor."),
    ),
    Explanation(
        "REG003",
        _("not valid YAML"),
        _("The text breaks the rules of YAML here or shortly before: a quote not closed, a tab, indentation."),
        _("Correct the line named, or the one before it; indent with spaces."),
    ),
    Explanation(
        "REG004",
        _("a key stands twice"),
        _("The same key stands twice in one mapping. YAML readers silently keep one of the two."),
        _("Keep one of them."),
    ),
    Explanation(
        "REG005",
        _("an anchor, an alias or a tag"),
        _("Anchors (&a), aliases (*a) and tags (!a) hide what an entry says, and can make a small file explode."),
        _("Write the value out where it is needed; put text that begins with & * or ! in quotes."),
    ),
    Explanation(
        "REG006",
        _("nested too deeply"),
        _("Lists and mappings stand inside each other deeper than any data file needs."),
        _("Look for a bracket that is not closed."),
    ),
    Explanation(
        "REG007",
        _("too large"),
        _(
            "The file is larger than any registry needs: more than 128 MiB, more than 3 000 000 values (more than "
            "50 000 if there is one for every six characters), or an entry of more than 10 000. What is too large is "
            "not read any further."
        ),
        _("Check that it is the right file, and that entries are not indented under another one."),
    ),
    Explanation(
        "REG008",
        _("several documents in one file"),
        _("A line --- begins a second YAML document, which would not be read."),
        _("Remove the line, or put the second document in its own file."),
    ),
    Explanation(
        "REG009",
        _("a key without value"),
        _("A key stands alone, or with null: nobody can tell whether the value is unknown or was forgotten."),
        _("Leave the key out when the value is unknown."),
    ),
    Explanation(
        "REG010",
        _("an empty file"),
        _("The file holds nothing, or comments only."),
        _("Write its section with an empty list, such as poles: [], or leave the file out if it is not required."),
    ),
    Explanation(
        "REG012",
        _("a number that begins with 0"),
        _(
            "It is read here as it is written, but editors and other programs take 01 for the number 1 and lose "
            "the zero: INSEE codes, departments, SIREN."
        ),
        _("Write it in quotes."),
    ),
    Explanation(
        "REG014",
        _("a character that hides or reorders text"),
        _(
            "Control characters rewrite what a terminal shows, marks of direction show a line in another order than "
            "it is read, zero-width characters make two names look like one, and a line break lets what follows a "
            "name stand as a line of its own. None may stand in a data file, comments included."
        ),
        _("Remove it. Line breaks and tabs may stand in a block of text, after | or >, where a name is not expected."),
    ),
    Explanation(
        "REG015",
        _("too many problems"),
        _("There are more problems than anybody reads: a thousand are told, what is wrong with whole files first."),
        _("Correct the first ones; often one mistake repeats itself."),
    ),
    Explanation(
        "REG016",
        _("a comma ends a text"),
        _("Between braces or brackets a comma separates entries, so that what follows it became a key of its own."),
        _("Put the whole text in quotes, as the message shows."),
        "founded: [{value: 2009, source: report, locator: p. 3, tableau 2}]",
    ),
)


_FITTING = (
    Explanation(
        "REG100",
        _("the registry or the file is not valid"),
        _("It was read and has errors, each told on a line of its own with its own code."),
        _("Correct them; clusters validate tells them all, clusters explain CODE each of them."),
    ),
    Explanation(
        "REG101",
        _("an unknown key"),
        _("No key of this name exists here: it is misspelt, or stands one level too high or too low."),
        _("Take the key that is suggested, or look at clusters schema KIND for those that exist."),
    ),
    Explanation(
        "REG102",
        _("a key is missing"),
        _("The entry cannot be understood without this key."),
        _("Add the key; the place given is that of the entry."),
    ),
    Explanation(
        "REG103",
        _("a value that cannot be"),
        _("The value is not of the kind the key needs, or out of its range: a negative amount, a 30 February."),
        _("Write the value as the message says; leave the key out when the value is unknown."),
    ),
    Explanation(
        "REG104",
        _("the wrong shape"),
        _("A list stands where a text or a mapping is expected, or the other way round."),
        _("Look at another entry, or at clusters schema KIND; items of a list begin with a hyphen."),
    ),
    Explanation(
        "REG105",
        _("not one of the words allowed"),
        _("The key takes one of a few words only."),
        _("Take one of those in the message."),
    ),
    Explanation(
        "REG106",
        _("not written as expected"),
        _("Ids, codes, dates and addresses have a fixed way of writing, which this value does not follow."),
        _("Ids are lower case letters, digits and hyphens; dates 2021, 2021-11 or 2021-11-30; addresses http…"),
    ),
)

EXPLANATIONS = (*_READING, *_FITTING)
"""The codes of files that cannot be read, of YAML, and of values that do not fit a model."""
