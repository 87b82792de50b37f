"""What libyaml finds wrong with a text, in the reader's language.

libyaml speaks English only, in a few dozen fixed phrases.
"""

from clusters_cli.foundations.messages import _


def syntax_reason(phrase: str) -> str:
    """Return a phrase of libyaml in the reader's language; one that is not known here stays as it is."""
    return (_of_the_parser() | _of_the_scanner() | _of_rare_marks()).get(phrase, phrase)


def _of_the_parser() -> dict[str, str]:
    return {
        "did not find expected ',' or ']'": _("did not find expected ',' or ']'"),
        "did not find expected ',' or '}'": _("did not find expected ',' or '}'"),
        "did not find expected '-' indicator": _("did not find expected '-' indicator"),
        "did not find expected <document start>": _("did not find expected <document start>"),
        "did not find expected key": _("did not find expected key"),
        "did not find expected node content": _("did not find expected node content"),
        "found duplicate %YAML directive": _("found duplicate %YAML directive"),
        "found incompatible YAML document": _("found incompatible YAML document"),
        "found undefined tag handle": _("found undefined tag handle"),
    }


def _of_the_scanner() -> dict[str, str]:
    return {
        "block sequence entries are not allowed in this context": _(
            "block sequence entries are not allowed in this context"
        ),
        "could not find expected ':'": _("could not find expected ':'"),
        "found a tab character that violates indentation": _("found a tab character that violates indentation"),
        "found a tab character where an indentation space is expected": _(
            "found a tab character where an indentation space is expected"
        ),
        "found character that cannot start any token": _("found character that cannot start any token"),
        "found invalid Unicode character escape code": _("found invalid Unicode character escape code"),
        "found unexpected document indicator": _("found unexpected document indicator"),
        "found unexpected end of stream": _("found unexpected end of stream"),
        "found unknown escape character": _("found unknown escape character"),
        "mapping keys are not allowed in this context": _("mapping keys are not allowed in this context"),
        "mapping values are not allowed in this context": _("mapping values are not allowed in this context"),
    }


def _of_rare_marks() -> dict[str, str]:
    return {
        "did not find expected alphabetic or numeric character": _(
            "did not find expected alphabetic or numeric character"
        ),
        "did not find expected comment or line break": _("did not find expected comment or line break"),
        "did not find expected digit or '.' character": _("did not find expected digit or '.' character"),
        "did not find expected hexdecimal number": _("did not find expected hexdecimal number"),
        "did not find expected tag URI": _("did not find expected tag URI"),
        "did not find expected whitespace or line break": _("did not find expected whitespace or line break"),
        "did not find the expected '>'": _("did not find the expected '>'"),
        "found an indentation indicator equal to 0": _("found an indentation indicator equal to 0"),
        "found unknown directive name": _("found unknown directive name"),
    }
