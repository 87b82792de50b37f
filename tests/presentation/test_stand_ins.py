"""What a stream cannot hold is written as something that reads alike."""

import io

import pytest

from clusters_cli.presentation.stand_ins import READABLE
from clusters_cli.presentation.streams import settle_encoding


@pytest.mark.parametrize(
    ("encoding", "text", "held"),
    [
        ("cp1252", "536\u202f000\u202f€ : « l’été »", "536 000 € : « l’été »"),
        ("cp850", "536\u202f000\u202f€ : « l’été » – “a”", '536 000 EUR : « l\'été » - "a"'),
        ("ascii", "536\u00a0000\u202f€ : « l’été »", '536 000 EUR : " l\'ete "'),
        ("cp1252", "│███░░ ◄", "|###.. <"),
        ("cp850", "│███░░ ◄", "│███░░ <"),
        ("ascii", "├── ≥ ≤ → ≈ ×", "+-- >= <= -> ~ x"),
        ("ascii", "œuvre ŒUVRE Łódź Ærø n° ½", "oeuvre OEUVRE Lodz AEro no \\xbd"),
        ("cp850", "œuvre e\u0301te\u0301 ﬁn", "oeuvre ete fin"),
        ("cp1252", "東京 Αθήνα 🙂", "\\u6771\\u4eac \\u0391\\u03b8\\u03ae\\u03bd\\u03b1 \\U0001f642"),
        ("utf-8", "caf\udce9 │█ 東京", "caf\\udce9 │█ 東京"),
    ],
)
def test_what_an_encoding_lacks_is_written_as_what_reads_alike(encoding: str, text: str, held: str) -> None:
    assert text.encode(encoding, READABLE).decode(encoding) == held


def test_programs_get_utf_8_whatever_the_encoding_of_the_stream() -> None:
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, encoding="ascii")

    settle_encoding(stream, for_a_program=True)
    print("Nékoé caf\udce9", file=stream, flush=True)

    assert written.getvalue().decode("utf-8") == "Nékoé caf\\udce9\n"
