"""Every setting of Casewright, read from the environment with the prefix `CASEWRIGHT_`.

Temporal is configured the way Temporal users know (`TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`,
`TEMPORAL_API_KEY`, `TEMPORAL_TLS_*`, `temporal.toml`) and therefore is not here.
"""

from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """The settings of a worker or gateway process. Frozen: nothing changes them while it runs."""

    model_config = SettingsConfigDict(env_prefix="CASEWRIGHT_", frozen=True, extra="ignore")

    # Stores.
    postgres_dsn: SecretStr = Field(description="PostgreSQL, as `postgresql://user:password@host:port/database`")
    postgres_pool_size: int = Field(default=10, ge=1, description="connections that one process keeps at most")
    s3_endpoint: str = Field(description="scheme://host:port of any S3 server")
    s3_access_key: SecretStr = Field(description="key of the object store")
    s3_secret_key: SecretStr = Field(description="secret of the object store")
    s3_bucket: str = Field(default="casewright", description="bucket that holds everything; it must exist")

    # The gateway.
    host: str = Field(default="127.0.0.1", description="address the gateway listens on")
    port: int = Field(default=8080, ge=0, le=65535, description="port the gateway listens on; 0 takes any free one")
    public_url: str = Field(default="http://127.0.0.1:8080", description="what the customer's portal links begin with")
    secret: SecretStr = Field(
        min_length=32, description="fixes the ids and the portal token that belong to an Idempotency-Key"
    )
    portal_token_days: int = Field(default=30, ge=1, description="how long a portal link works")
    allow_case_deletion: bool = Field(
        default=False, description="DELETE /api/cases/{id} is for development and testing only"
    )
    enrichment_wait_seconds: float = Field(
        default=11.0, description="how long POST /api/cases waits for the look-ups, which end after 10 s"
    )
    outcome_wait_seconds: float = Field(
        default=4.0, description="how long a command waits for a worker before it is answered 202"
    )

    # Logging.
    log_format: Literal["json", "console"] = Field(
        default="json", description="one JSON object a line, or lines for people"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="the least grave messages that are logged"
    )

    # Sources. In test mode the registries are simulated and each record they give is labelled `test`.
    sources: Literal["live", "test"] = Field(default="live", description="whether look-ups ask the real registries")
    vies_url: str = Field(
        default="https://ec.europa.eu/taxation_customs/vies/rest-api", description="where VIES answers"
    )
    vies_requester: str | None = Field(
        default=None,
        description="own VAT number with country prefix; VIES then gives a consultation number as proof",
    )
    test_registries_url: str | None = Field(
        default=None, description="where the simulated registries answer; used in test mode only"
    )
    test_website_hosts: str = Field(
        default="", description="comma-separated host names that the simulated registries answer for"
    )
