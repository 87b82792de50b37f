"""How shells ask for completions where a word holds an equals sign: ``--scheme=tri``, ``nekoe=tri``.

Bash breaks words at equals signs: it sends three words and completes the last one alone.  The other shells send one
word and want the whole of it back.  Typer answers with the value of the option in both cases.
"""

import os
from typing import Any

import typer

VARIABLE = "_CLUSTERS_COMPLETE"
"""The environment variable by which Typer's scripts ask for completions."""


def is_asking() -> bool:
    """Return whether a shell, not a person, called the program."""
    return bool(os.environ.get(VARIABLE))


def rejoin_words() -> None:
    """Put the words that bash broke at equals signs together again, up to the one that is completed."""
    if os.environ.get(VARIABLE) != "complete_bash":
        return
    index = os.environ.get("COMP_CWORD", "")
    count = int(index) + 1 if index.isdecimal() else 1  # what no shell sends asks for nothing
    words = [*os.environ.get("COMP_WORDS", "").split("\n"), *[""] * count][:count]
    joined: list[str] = []
    for before, word in zip(["", *words], words, strict=False):
        if "=" in (before, word) and joined:
            joined[-1] += word
        else:
            joined.append(word)
    os.environ["COMP_WORDS"], os.environ["COMP_CWORD"] = "\n".join(joined), str(len(joined) - 1)


def fit(parameter: Any) -> None:  # noqa: ANN401  (Typer keeps the type private)
    """Let a parameter answer with the part of the word that the shell puts in place."""
    complete = parameter.shell_complete

    def shell_complete(ctx: typer.Context, incomplete: str) -> list[Any]:
        before, after = _word_parts(incomplete)
        items: list[Any] = complete(ctx, incomplete)
        for item in items:
            item.value = before + item.value[after:]
        return items

    parameter.shell_complete = shell_complete


def _word_parts(incomplete: str) -> tuple[str, int]:
    """Return what the shell wants before a value, and how many characters of the value it has already."""
    if os.environ.get(VARIABLE) == "complete_bash":
        return "", incomplete.rfind("=") + 1
    word = os.environ.get("_TYPER_COMPLETE_ARGS", "").rpartition(" ")[-1]
    option, equals, _value = word.partition("=")
    return (option + equals if equals and option.startswith("--") else ""), 0
