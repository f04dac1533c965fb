"""A store in memory, settings that lead every look-up to the simulated registries, and one way to ask a source."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pydantic import SecretStr
from temporalio.testing import ActivityEnvironment

from activities.sources.answers import AnswerDesk
from activities.sources.look_up import LookUpActivities
from activities.sources.memory import NoMemory
from activities.sources.source import Source
from deploy.local.registries.catalogue import website_hosts
from deploy.local.registries.nbb import TEST_KEY as NBB_TEST_KEY
from runtime.settings import Settings
from schemas.company import Company
from schemas.sources import Person, SourceAnswer, SourceQuery

PATIENCE_SECONDS = 60.0
"""With whoever answers: a busy machine is no register that is too slow."""


class MemoryStore:
    """The object store's `put_new`, in memory."""

    def __init__(self) -> None:
        self.objects: dict[str, tuple[bytes, str]] = {}

    async def put_new(self, key: str, data: bytes, media_type: str) -> bool:
        return self.objects.setdefault(key, (data, media_type))[0] == data


def settings_for(registries_url: str, **members: object) -> Settings:
    """Test-mode settings with VIES and the websites at the simulated registries; `members` are set over them."""
    known: dict[str, object] = {
        "postgres_dsn": SecretStr("postgresql://unused"),
        "s3_endpoint": "http://unused",
        "s3_access_key": SecretStr("unused"),
        "s3_secret_key": SecretStr("unused"),
        "secret": SecretStr("0" * 32),
        "sources": "test",
        "vies_url": f"{registries_url}/taxation_customs/vies/rest-api",
        "test_registries_url": registries_url,
        "test_website_hosts": ",".join(website_hosts()),
    }
    return Settings.model_validate({**known, **members})


def every_register(registries_url: str) -> dict[str, object]:
    """The settings that lead to every simulated register, for a test that asks them all; `make run` sets the same.

    DNS is asked over UDP at the port that answers HTTP.
    """
    return {
        "kbo_url": f"{registries_url}/kbopub",
        "nbb_url": f"{registries_url}/nbb",
        "nbb_key": SecretStr(NBB_TEST_KEY),
        "gazette_url": f"{registries_url}/cgi_tsv",
        "peppol_url": f"{registries_url}/peppol-directory",
        "peppol_smp_url": f"{registries_url}/peppol-smp",
        "dns_server": registries_url.removeprefix("http://"),
        "gleif_url": f"{registries_url}/gleif/api/v1",
        "brreg_url": f"{registries_url}/enhetsregisteret/api",
        "ares_url": f"{registries_url}/ekonomicke-subjekty-v-be/rest",
        "annuaire_url": f"{registries_url}/recherche-entreprises",
        "northdata_url": f"{registries_url}/northdata/_api",
        "northdata_key": SecretStr("TEST-MODE"),
        "crunchbase_url": f"{registries_url}/crunchbase/v4/data",
        "crunchbase_key": SecretStr("test-mode"),
        "screening_url": f"{registries_url}/yente",
    }


def a_query(source: Source, company: Company, persons: tuple[Person, ...] = ()) -> SourceQuery:
    return SourceQuery(
        case_id="case_0123456789ab", source=source.name, organisation="acme-pay", company=company, persons=persons
    )


def patient(seconds: float = 2 * PATIENCE_SECONDS) -> ActivityEnvironment:
    """Where a look-up has this long for one try."""
    environment = ActivityEnvironment()
    environment.info = replace(
        environment.info,
        started_time=datetime.now(UTC),
        start_to_close_timeout=timedelta(seconds=seconds),
        schedule_to_close_timeout=None,
    )
    return environment


async def looked_up(
    source: Source, company: Company, store: MemoryStore, settings: Settings, persons: tuple[Person, ...] = ()
) -> SourceAnswer:
    """The answer of a source as the activity gives it, with its evidence in the store."""
    activities = LookUpActivities([source], AnswerDesk(store, settings), NoMemory())
    return await patient().run(activities.look_up, a_query(source, company, persons))
