"""Prints constraints for what is installed beside this interpreter: names and versions, no addresses, not the project."""

from importlib.metadata import distributions
from typing import Final

LEFT_OUT: Final = {"pip", "setuptools", "wheel", "simmerdown"}


def pins() -> list[str]:
    """One `name==version` per installed distribution, sorted, without the local part of a version."""
    found = {d.metadata["Name"].lower().replace("_", "-"): d.version.partition("+")[0] for d in distributions()}
    return [f"{name}=={version}" for name, version in sorted(found.items()) if name not in LEFT_OUT]


if __name__ == "__main__":
    print("# Versions that were tested together. Written by `make pins`.")
    print("\n".join(pins()))
