"""Every setting of Casewright, read from the environment with the prefix `CASEWRIGHT_`.

Temporal is configured the way Temporal users know (`TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`,
`TEMPORAL_API_KEY`, `TEMPORAL_TLS_*`, `temporal.toml`) and therefore is not here.
"""

from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict
from yarl import URL

from schemas.sources import SourceName


def _none_if_blank(value: object) -> object:
    """A variable that is set to nothing, as compose files do, is not set."""
    return None if isinstance(value, str) and not value.strip() else value


def _in_lower_case(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _safe_to_post_to(value: SecretStr) -> SecretStr:
    """What is sent there opens the customer's portal, so it travels encrypted or does not leave this machine."""
    try:
        url = URL(value.get_secret_value())
    except ValueError:
        url = URL()
    if not url.host or not (url.scheme == "https" or (url.scheme == "http" and _is_loopback(url.host))):
        raise ValueError("use an https URL; http only for a receiver on this machine, such as http://127.0.0.1:9000")
    return value


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _host_and_port_or_path(value: str | None) -> str | None:
    """A hook that cannot be reached refuses every upload, so its address is looked at when the process starts."""
    if value is None or value.startswith("/"):
        return value
    host, _, port = value.rpartition(":")
    if not (host and port.isdecimal() and 0 < int(port) < 65536) or (":" in host and not host.startswith("[")):
        raise ValueError("use `host:port`, `[address]:port` or the absolute path of a socket")
    return value


def _http_url(value: str | None) -> str | None:
    """What cannot be reached is of no use, so its address is looked at when the process starts."""
    if value is None:
        return None
    try:
        url = URL(value)
    except ValueError:
        url = URL()
    if url.scheme not in ("http", "https") or not url.host or url.user or url.password or url.query_string:
        raise ValueError("use an http or https URL without user, password or query, such as http://127.0.0.1:8000/v1")
    return value


def _web_page(value: str | None) -> str | None:
    """Customers are shown it as a link, so nothing but a page of the web will do."""
    if value is None:
        return None
    try:
        url = URL(value)
    except ValueError:
        url = URL()
    if url.scheme not in ("http", "https") or not url.host or url.user or url.password:
        raise ValueError("use an http or https URL without user and password, such as https://company.example/privacy")
    return value


NONE_IF_BLANK = BeforeValidator(_none_if_blank)
ReceiverUrl = Annotated[SecretStr, AfterValidator(_safe_to_post_to)]
"""A secret, because receivers are often told apart by a password or token in their URL."""
Key = Annotated[SecretStr | None, NONE_IF_BLANK]
Price = Annotated[Annotated[float, Field(ge=0)] | None, NONE_IF_BLANK]
SigningSecret = Annotated[SecretStr, Field(min_length=16)]


class Settings(BaseSettings):
    """The settings of a worker or gateway process. Frozen: nothing changes them while it runs."""

    model_config = SettingsConfigDict(env_prefix="CASEWRIGHT_", frozen=True, extra="ignore", hide_input_in_errors=True)

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
        min_length=32,
        description="fixes the ids and portal token that belong to an Idempotency-Key, signs webhooks and links",
    )
    allow_case_deletion: bool = Field(
        default=False, description="DELETE /api/cases/{id} is for development and testing only"
    )
    enrichment_wait_seconds: float = Field(
        default=11.0, description="how long POST /api/cases waits for the look-ups, which end after 10 s"
    )
    computed_wait_seconds: float = Field(
        default=25.0, description="how long an officer waits for tasks or an MCC to be proposed once more"
    )
    outcome_wait_seconds: float = Field(
        default=4.0, description="how long a command waits for a worker before it is answered 202"
    )

    document_check_wait_seconds: float = Field(
        default=10.0, description="how long a customer waits to hear of a document before being told to ask again"
    )

    clamd_address: Annotated[str | None, NONE_IF_BLANK, AfterValidator(_host_and_port_or_path)] = Field(
        default=None,
        description="scanner that uploads have to pass: `host:port` of a clamd, or the path of its socket; "
        "without it none are scanned",
    )
    clamd_timeout_seconds: float = Field(
        default=30.0, gt=0, description="how long a file is scanned at most before its upload is refused"
    )

    temporal_ui_url: Annotated[str | None, NONE_IF_BLANK, AfterValidator(_http_url)] = Field(
        default=None,
        description="where the Temporal Web UI is, as officers reach it; without it no case links to its workflow",
    )

    # The brand: in whose name customers are asked.
    brand_name: str = Field(default="Casewright", min_length=1, max_length=100, description="what the portal is called")
    brand_color: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$"), BeforeValidator(_in_lower_case)] = Field(
        default="#1f4b7a", description="colour of the portal, as `#1f4b7a`"
    )
    brand_logo: Annotated[Path | None, NONE_IF_BLANK] = Field(
        default=None, description="file with the logo: PNG, SVG or WebP of at most 256 KB, read when the gateway starts"
    )
    brand_contact: Annotated[Annotated[str, Field(max_length=300)] | None, NONE_IF_BLANK] = Field(
        default=None, description="whom customers may ask, as they are shown it: an e-mail address, a telephone number"
    )
    privacy_url: Annotated[str | None, NONE_IF_BLANK, AfterValidator(_web_page)] = Field(
        default=None, description="page that says what is done with customers' data; the portal links to it"
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
    vies_requester: Annotated[str | None, NONE_IF_BLANK] = Field(
        default=None,
        description="own VAT number with country prefix; VIES then gives a consultation number as proof",
    )
    kbo_url: str = Field(
        default="https://kbopub.economie.fgov.be/kbopub", description="the public search of the Belgian KBO/BCE"
    )
    kbo_open_data: Annotated[Path | None, NONE_IF_BLANK] = Field(
        default=None,
        description="folder with the imported open data of the KBO; if set, it is read instead of the public search",
    )
    nbb_url: str = Field(
        default="https://ws.cbso.nbb.be", description="annual accounts at the National Bank of Belgium"
    )
    nbb_key: Key = Field(default=None, description="subscription key of the National Bank of Belgium; needs a contract")
    gazette_url: str = Field(
        default="https://www.ejustice.just.fgov.be/cgi_tsv", description="publications in the Belgian Gazette"
    )
    withholding_url: str = Field(
        default="https://www.checkobligationderetenue.be",
        description="where officers look the withholding obligation up by hand",
    )
    peppol_url: str = Field(default="https://directory.peppol.eu", description="the PEPPOL Directory")
    peppol_sml_zone: str = Field(
        default="participant.sml.prod.tech.peppol.org", description="DNS zone of the PEPPOL service locator (SML)"
    )
    peppol_smp_url: Annotated[str | None, NONE_IF_BLANK] = Field(
        default=None, description="asked instead of the metadata publisher that the SML names; used in test mode only"
    )
    dns_server: Annotated[str | None, NONE_IF_BLANK] = Field(
        default=None, description="`address:port` of the DNS server for look-ups; without it the machine's own"
    )
    gleif_url: str = Field(default="https://api.gleif.org/api/v1", description="legal entity identifiers")
    brreg_url: str = Field(
        default="https://data.brreg.no/enhetsregisteret/api", description="the Norwegian register of companies"
    )
    ares_url: str = Field(
        default="https://ares.gov.cz/ekonomicke-subjekty-v-be/rest", description="the Czech register of companies"
    )
    annuaire_url: str = Field(
        default="https://recherche-entreprises.api.gouv.fr", description="the French directory of companies"
    )
    northdata_url: str = Field(default="https://www.northdata.com/_api", description="where NorthData answers")
    northdata_key: Key = Field(default=None, description="NorthData's key; without it the source is not asked")
    crunchbase_url: str = Field(default="https://api.crunchbase.com/v4/data", description="where Crunchbase answers")
    crunchbase_key: Key = Field(default=None, description="Crunchbase's key; without it the source is not asked")
    screening_url: Annotated[str | None, NONE_IF_BLANK] = Field(
        default=None,
        description="a yente service for sanctions and PEP screening; without it nobody is screened, and no case is "
        "recommended to be approved",
    )
    screening_key: Key = Field(default=None, description="key of a hosted screening service; a local yente needs none")
    screening_dataset: str = Field(default="default", description="the collection of lists that is screened against")
    source_rates: dict[SourceName, float] = Field(
        default_factory=dict,
        description='look-ups a second over all workers, as JSON: `{"peppol": 1.5}`; what is not named has its default',
    )
    test_registries_url: str | None = Field(
        default=None, description="where the simulated registries answer; used in test mode only"
    )
    test_website_hosts: str = Field(
        default="", description="comma-separated host names that the simulated registries answer for"
    )

    # The agents. They propose and officers decide; the rules always answer first, and need no key.
    agents: Annotated[str, Field(pattern=r"^(rules|(openai|anthropic):\S{1,200})$")] = Field(
        default="rules",
        description="who proposes tasks, merchant categories and values read in documents: `rules`, or besides them a "
        "language model, `openai:MODEL` or `anthropic:MODEL`, by whose protocol it is asked",
    )
    llm_url: Annotated[str | None, NONE_IF_BLANK, AfterValidator(_http_url)] = Field(
        default=None,
        description="base URL of the language model, for local servers and proxies, as `http://127.0.0.1:8000/v1`; "
        "without it the provider's own",
    )
    llm_key: Key = Field(default=None, description="key of the language model; a local server may need none")
    agents_case_tokens: int = Field(
        default=200_000, ge=0, description="tokens that language models may use for one case, its whole life"
    )
    agents_organisation_tokens_per_day: int = Field(
        default=5_000_000, ge=0, description="tokens that they may use for one organisation, a day of UTC"
    )
    agents_case_cost_usd: float = Field(
        default=2.0, ge=0, description="what language models may cost for one case, its whole life, in USD"
    )
    agents_organisation_cost_usd_per_day: float = Field(
        default=50.0, ge=0, description="what they may cost for one organisation, a day of UTC, in USD"
    )
    llm_input_usd_per_million: Price = Field(
        default=None,
        description="price of a million tokens that the model reads, in USD; without it the published one, if any",
    )
    llm_output_usd_per_million: Price = Field(
        default=None,
        description="price of a million tokens that the model writes, in USD; without it the published one, if any",
    )

    cache_folder: Annotated[Path | None, NONE_IF_BLANK] = Field(
        default=None,
        description="where a worker keeps what takes it seconds to compute and can be computed again, such as the "
        "vectors of merchant categories; without it, it computes them at each start",
    )

    # Notifications. The payment company's own system writes to its customers; it is told what to write about.
    notification_url: Annotated[ReceiverUrl | None, NONE_IF_BLANK] = Field(
        default=None,
        description="where reminders for customers are posted: https, or http on loopback; without it none are sent",
    )
    notification_secret: Annotated[SigningSecret | None, NONE_IF_BLANK] = Field(
        default=None,
        description="signs notifications, so that their receiver knows who sent them; 16 characters or more",
    )

    # Webhooks.
    webhook_loopback: bool = Field(
        default=False, description="lets receivers on this machine be registered; for development and testing only"
    )
    webhook_log_days: int = Field(
        default=90, ge=1, le=36_500, description="how long a webhook that was delivered stays in the log of deliveries"
    )
