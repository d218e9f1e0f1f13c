"""What every test may rely on. Fakes of ports live beside the tests that use them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A shared machine may be slow at any moment: no property test fails for the time it took.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of this checkout."""
    return Path(__file__).resolve().parent.parent
