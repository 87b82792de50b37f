"""The payment schemes of the packaged registry, by id."""

import pytest

from clusters_cli.registry.loading import open_registry
from clusters_cli.registry.models.schemes import PaymentScheme


@pytest.fixture(scope="session")
def schemes() -> dict[str, PaymentScheme]:
    return {scheme.id: scheme for scheme in open_registry(None).schemes.entries}
