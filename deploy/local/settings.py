"""What the person who starts the stack may choose, by environment variables with the prefix `CASEWRIGHT_`."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from deploy.local.errors import StackError

Port = Annotated[int, Field(ge=1, le=65535)]


class LocalSettings(BaseSettings):
    """The choices; everything else about the local stack is fixed or found."""

    model_config = SettingsConfigDict(env_prefix="CASEWRIGHT_", frozen=True, extra="ignore", env_ignore_empty=True)

    home: Path = Field(default=Path(".casewright"), description="folder with everything the stack remembers")
    host: str = Field(default="127.0.0.1", description="address the gateway listens on")
    port: int = Field(default=8080, ge=0, le=65535, description="port the gateway listens on; 0 takes any free one")
    sources: Literal["test", "live"] = Field(
        default="test", description="whether look-ups ask the simulated registries or the real ones"
    )

    temporal_port: Port | None = Field(default=None, description="port of Temporal's gRPC API; a free one if not set")
    temporal_ui_port: Port | None = Field(
        default=None, description="port of the Temporal Web UI; a free one if not set"
    )
    postgres_port: Port | None = Field(default=None, description="port of PostgreSQL; a free one if not set")
    s3_port: Annotated[int, Field(ge=1, le=55535)] | None = Field(
        default=None, description="port of the S3 server, whose gRPC port is 10 000 higher; a free one if not set"
    )
    registries_port: Port | None = Field(
        default=None, description="port of the simulated registries; a free one if not set"
    )


def local_settings() -> LocalSettings:
    """The choices in this process's environment. Raises StackError naming the variable that is wrong."""
    try:
        return LocalSettings()
    except ValidationError as error:
        first = error.errors()[0]
        variable = f"CASEWRIGHT_{first['loc'][0]}".upper()
        raise StackError(f"{variable}={first['input']!r} cannot be used: {first['msg']}") from error
