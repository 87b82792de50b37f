"""The payment schemes of the packaged registry, by id."""

import pytest

from clusters_cli.registry.models.schemes import PaymentScheme
from tests.cashflow.packaged_schemes import PACKAGED


@pytest.fixture(scope="session")
def schemes() -> dict[str, PaymentScheme]:
    return dict(PACKAGED)
