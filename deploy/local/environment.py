"""The environment of our own programs: our defaults, over them the user's, over all what the stack knows."""

import os
from collections.abc import Mapping

from deploy.local.addresses import Addresses
from deploy.local.credentials import Credentials
from deploy.local.home import Home
from deploy.local.object_store_server import S3Access
from deploy.local.settings import LocalSettings

_VIES_PATH = "/taxation_customs/vies/rest-api"
_MAILBOX_PATH = "/notifications"
_REGISTER_PATHS = {
    "CASEWRIGHT_GLEIF_URL": "/gleif/api/v1",
    "CASEWRIGHT_BRREG_URL": "/enhetsregisteret/api",
    "CASEWRIGHT_ARES_URL": "/ekonomicke-subjekty-v-be/rest",
    "CASEWRIGHT_ANNUAIRE_URL": "/recherche-entreprises",
    "CASEWRIGHT_SCREENING_URL": "/yente",
}
_PEPPOL_PATHS = {"CASEWRIGHT_PEPPOL_URL": "/peppol-directory", "CASEWRIGHT_PEPPOL_SMP_URL": "/peppol-smp"}


def application_environment(
    home: Home, settings: LocalSettings, addresses: Addresses, credentials: Credentials, dsn: str
) -> Mapping[str, str]:
    """What migrations, worker and gateway are started with.

    A `CASEWRIGHT_*` that the user has set wins, but for the addresses of the stores; of `TEMPORAL_*` nothing
    is passed on, lest a case be opened in someone's cloud.
    """
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("TEMPORAL_") and not (name.startswith("CASEWRIGHT_") and not value)
    }
    return {
        "CASEWRIGHT_CACHE_FOLDER": str(home.cache),
        **_defaults(settings, addresses, credentials),
        **inherited,
        **_temporal(home, addresses),
        **_stores(addresses.object_store(credentials), dsn),
        "CASEWRIGHT_HOME": str(home.folder),
        "CASEWRIGHT_HOST": settings.host,
        "CASEWRIGHT_PORT": str(addresses.ports["gateway"]),
        "PYTHONUNBUFFERED": "1",
    }


def _defaults(settings: LocalSettings, addresses: Addresses, credentials: Credentials) -> dict[str, str]:
    defaults = {
        "CASEWRIGHT_PUBLIC_URL": addresses.gateway,
        "CASEWRIGHT_SECRET": credentials.secret,
        "CASEWRIGHT_ALLOW_CASE_DELETION": "true",
        "CASEWRIGHT_SOURCES": settings.sources,
        "CASEWRIGHT_LOG_FORMAT": "console",
        "CASEWRIGHT_TEMPORAL_UI_URL": addresses.temporal_ui,
    }
    if settings.sources == "test":
        from deploy.local.registries.catalogue import website_hosts
        from deploy.local.registries.nbb import TEST_KEY as NBB_TEST_KEY

        defaults |= {
            "CASEWRIGHT_TEST_REGISTRIES_URL": addresses.registries,
            "CASEWRIGHT_VIES_URL": addresses.registries + _VIES_PATH,
            "CASEWRIGHT_KBO_URL": addresses.registries + "/kbopub",
            "CASEWRIGHT_NBB_URL": addresses.registries + "/nbb",
            "CASEWRIGHT_NBB_KEY": NBB_TEST_KEY,
            "CASEWRIGHT_GAZETTE_URL": addresses.registries + "/cgi_tsv",
            **{name: addresses.registries + path for name, path in _REGISTER_PATHS.items()},
            **{name: addresses.registries + path for name, path in _PEPPOL_PATHS.items()},
            "CASEWRIGHT_DNS_SERVER": addresses.registries.removeprefix("http://"),
            "CASEWRIGHT_NORTHDATA_URL": addresses.registries + "/northdata/_api",
            "CASEWRIGHT_NORTHDATA_KEY": "TEST-MODE",
            "CASEWRIGHT_CRUNCHBASE_URL": addresses.registries + "/crunchbase/v4/data",
            "CASEWRIGHT_CRUNCHBASE_KEY": "test-mode",
            "CASEWRIGHT_TEST_WEBSITE_HOSTS": ",".join(website_hosts()),
            "CASEWRIGHT_NOTIFICATION_URL": addresses.registries + _MAILBOX_PATH,
            "CASEWRIGHT_WEBHOOK_LOOPBACK": "true",
        }
    return defaults


def _temporal(home: Home, addresses: Addresses) -> dict[str, str]:
    return {
        "TEMPORAL_ADDRESS": addresses.temporal,
        "TEMPORAL_NAMESPACE": addresses.temporal_namespace,
        # Else the file in the user's home would add its TLS and API key.
        "TEMPORAL_CONFIG_FILE": str(home.temporal_client),
    }


def _stores(access: S3Access, dsn: str) -> dict[str, str]:
    return {
        "CASEWRIGHT_POSTGRES_DSN": dsn,
        "CASEWRIGHT_S3_ENDPOINT": access.endpoint,
        "CASEWRIGHT_S3_ACCESS_KEY": access.access_key,
        "CASEWRIGHT_S3_SECRET_KEY": access.secret_key,
        "CASEWRIGHT_S3_BUCKET": access.bucket,
    }
