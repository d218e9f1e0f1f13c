"""How this server runs: from the environment, a TOML file, or the command line. Knows nothing of a workshop's settings."""

import os
from pathlib import Path
from typing import Literal

from pydantic import Field, PositiveFloat, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)


def default_folder() -> Path:
    """Where data lies if nobody says otherwise: `simmerdown-data` in the present folder."""
    return Path("simmerdown-data")


class SettingsUnreadable(Exception):
    """The TOML file is not there, or is no TOML: its text says which and why."""


class ServerSettings(BaseSettings):
    """Each field can be set as `SIMMERDOWN_<NAME>`, in `simmerdown.toml`, or as an option; the option wins.

    `data` holds the database; `database_url` replaces it by PostgreSQL. `speed` runs the game's clocks faster (demo and
    tests only). `behind_proxy` trusts `X-Forwarded-For`. `practice` is how many people may practise alone at a time (0
    switches it off), and `practice_keep_days` for how many days that is kept (0: for good).
    """

    model_config = SettingsConfigDict(env_prefix="SIMMERDOWN_", extra="forbid", toml_file="simmerdown.toml")

    host: str = "0.0.0.0"  # noqa: S104 - phones in the room must reach it
    port: int = Field(default=8080, ge=0, le=65535)
    public_url: str | None = None
    data: Path = Field(default_factory=default_folder)
    database_url: str | None = None
    content: Path | None = None
    behind_proxy: bool = False
    tls_certificate: Path | None = None
    tls_key: Path | None = None
    speed: PositiveFloat = 1.0
    practice: int = Field(default=40, ge=0, le=1000)
    practice_keep_days: int = Field(default=7, ge=0, le=3650)
    log: Literal["debug", "info", "warning", "error"] = "info"

    @field_validator("public_url")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The options of the command line win over the environment, and that over the TOML file."""
        chosen = os.environ.get("SIMMERDOWN_CONFIG")
        file = Path(chosen or "simmerdown.toml")
        if chosen and not file.is_file():
            raise SettingsUnreadable(f"SIMMERDOWN_CONFIG names {file}, and there is no such file.")
        try:
            return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, toml_file=file)
        except (ValueError, OSError) as error:
            raise SettingsUnreadable(f"Cannot read the settings in {file}: {error}.") from error
