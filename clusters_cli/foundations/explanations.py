"""What a code means: the shape of the catalogues that ``clusters explain`` reads.

Each room that has codes of its own keeps their catalogue; one place looks a code up in all of them.
"""

from dataclasses import dataclass

from clusters_cli.foundations.text import Sentence, Text


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
    title: Sentence
    meaning: Sentence
    remedy: Sentence
    example: str = ""
    reference: str = ""


_READING = (
    Explanation(
        "REG001",
        Text("a file or folder cannot be read"),
        Text("It does not exist, is no regular file or folder, may not be read, or vanished meanwhile."),
        Text("Check the path and the rights of the file."),
    ),
    Explanation(
        "REG002",
        Text("not UTF-8 text"),
        Text("Data files are UTF-8, with or without a byte order mark; this one is binary or in another encoding."),
        Text("Save the file as UTF-8 in your editor."),
    ),
    Explanation(
        "REG003",
        Text("not valid YAML"),
        Text("The text breaks the rules of YAML here or shortly before: a quote not closed, a tab, indentation."),
        Text("Correct the line named, or the one before it; indent with spaces."),
    ),
    Explanation(
        "REG004",
        Text("a key stands twice"),
        Text("The same key stands twice in one mapping. YAML readers silently keep one of the two."),
        Text("Keep one of them."),
    ),
    Explanation(
        "REG005",
        Text("an anchor, an alias or a tag"),
        Text("Anchors (&a), aliases (*a) and tags (!a) hide what an entry says, and can make a small file explode."),
        Text("Write the value out where it is needed; put text that begins with & * or ! in quotes."),
    ),
    Explanation(
        "REG006",
        Text("nested too deeply"),
        Text("Lists and mappings stand inside each other deeper than any data file needs."),
        Text("Look for a bracket that is not closed."),
    ),
    Explanation(
        "REG007",
        Text("too large"),
        Text(
            "The file is larger than any registry needs: more than 128 MiB, more than 3 000 000 values (more than "
            "50 000 if there is one for every six characters), or an entry of more than 10 000. What is too large is "
            "not read any further."
        ),
        Text("Check that it is the right file, and that entries are not indented under another one."),
    ),
    Explanation(
        "REG008",
        Text("several documents in one file"),
        Text("A line --- begins a second YAML document, which would not be read."),
        Text("Remove the line, or put the second document in its own file."),
    ),
    Explanation(
        "REG009",
        Text("a key without value"),
        Text("A key stands alone, or with null: nobody can tell whether the value is unknown or was forgotten."),
        Text("Leave the key out when the value is unknown."),
    ),
    Explanation(
        "REG010",
        Text("an empty file"),
        Text("The file holds nothing, or comments only."),
        Text("Write its section with an empty list, such as poles: [], or leave the file out if it is not required."),
    ),
    Explanation(
        "REG012",
        Text("a number that begins with 0"),
        Text(
            "It is read here as it is written, but editors and other programs take 01 for the number 1 and lose "
            "the zero: INSEE codes, departments, SIREN."
        ),
        Text("Write it in quotes."),
    ),
    Explanation(
        "REG014",
        Text("a character that hides or reorders text"),
        Text(
            "Control characters rewrite what a terminal shows, marks of direction show a line in another order than "
            "it is read, zero-width characters make two names look like one, and a line break lets what follows a "
            "name stand as a line of its own. None may stand in a data file, comments included."
        ),
        Text(
            "Remove it. Line breaks and tabs may stand in a block of text, after | or >, where a name is not expected."
        ),
    ),
    Explanation(
        "REG015",
        Text("too many problems"),
        Text("There are more problems than anybody reads: a thousand are told, what is wrong with whole files first."),
        Text("Correct the first ones; often one mistake repeats itself."),
    ),
    Explanation(
        "REG016",
        Text("a comma ends a text"),
        Text("Between braces or brackets a comma separates entries, so that what follows it became a key of its own."),
        Text("Put the whole text in quotes, as the message shows."),
        "founded: [{value: 2009, source: report, locator: p. 3, tableau 2}]",
    ),
)


_FITTING = (
    Explanation(
        "REG100",
        Text("the registry or the file is not valid"),
        Text("It was read and has errors, each told on a line of its own with its own code."),
        Text("Correct them; clusters validate tells them all, clusters explain CODE each of them."),
    ),
    Explanation(
        "REG101",
        Text("an unknown key"),
        Text("No key of this name exists here: it is misspelt, or stands one level too high or too low."),
        Text("Take the key that is suggested, or look at clusters schema KIND for those that exist."),
    ),
    Explanation(
        "REG102",
        Text("a key is missing"),
        Text("The entry cannot be understood without this key."),
        Text("Add the key; the place given is that of the entry."),
    ),
    Explanation(
        "REG103",
        Text("a value that cannot be"),
        Text("The value is not of the kind the key needs, or out of its range: a negative amount, a 30 February."),
        Text("Write the value as the message says; leave the key out when the value is unknown."),
    ),
    Explanation(
        "REG104",
        Text("the wrong shape"),
        Text("A list stands where a text or a mapping is expected, or the other way round."),
        Text("Look at another entry, or at clusters schema KIND; items of a list begin with a hyphen."),
    ),
    Explanation(
        "REG105",
        Text("not one of the words allowed"),
        Text("The key takes one of a few words only."),
        Text("Take one of those in the message."),
    ),
    Explanation(
        "REG106",
        Text("not written as expected"),
        Text("Ids, codes, dates and addresses have a fixed way of writing, which this value does not follow."),
        Text("Ids are lower case letters, digits and hyphens; dates 2021, 2021-11 or 2021-11-30; addresses http…"),
    ),
)

EXPLANATIONS = (*_READING, *_FITTING)
"""The codes of files that cannot be read, of YAML, and of values that do not fit a model."""
