"""Compiles the catalogues of messages whenever the program is built or installed; hatchling runs it."""

import sys
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[Any]):
    """Writes a ``.mo``, which the program reads, beside each ``.po``, which people write."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  (hatchling's signature)
        """Compile every language before anything is packed."""
        sys.path.insert(0, self.root)
        from tools.compiling import mo_bytes  # noqa: PLC0415  (hatchling loads this file from anywhere)

        for written in Path(self.root, "clusters_cli", "locale").glob("*/LC_MESSAGES/*.po"):
            compiled = written.with_suffix(".mo")
            with written.open("rb") as source:
                compiled.write_bytes(mo_bytes(read_po(source)))
            build_data["artifacts"].append(compiled.relative_to(self.root).as_posix())
