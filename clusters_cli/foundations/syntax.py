"""What libyaml finds wrong with a text: it speaks English only, in a few dozen fixed phrases."""

from clusters_cli.foundations.text import Text

_PHRASES = (
    Text("did not find expected ',' or ']'"),
    Text("did not find expected ',' or '}'"),
    Text("did not find expected '-' indicator"),
    Text("did not find expected <document start>"),
    Text("did not find expected key"),
    Text("did not find expected node content"),
    Text("found duplicate %YAML directive"),
    Text("found incompatible YAML document"),
    Text("found undefined tag handle"),
    Text("block sequence entries are not allowed in this context"),
    Text("could not find expected ':'"),
    Text("found a tab character that violates indentation"),
    Text("found a tab character where an indentation space is expected"),
    Text("found character that cannot start any token"),
    Text("found invalid Unicode character escape code"),
    Text("found unexpected document indicator"),
    Text("found unexpected end of stream"),
    Text("found unknown escape character"),
    Text("mapping keys are not allowed in this context"),
    Text("mapping values are not allowed in this context"),
    Text("did not find expected alphabetic or numeric character"),
    Text("did not find expected comment or line break"),
    Text("did not find expected digit or '.' character"),
    Text("did not find expected hexdecimal number"),
    Text("did not find expected tag URI"),
    Text("did not find expected whitespace or line break"),
    Text("did not find the expected '>'"),
    Text("found an indentation indicator equal to 0"),
    Text("found unknown directive name"),
)
_BY_PHRASE = {text.template: text for text in _PHRASES}


def syntax_reason(phrase: str) -> Text | str:
    """Return a phrase of libyaml as a text; one that is not known here stays as it is."""
    return _BY_PHRASE.get(phrase, phrase)
