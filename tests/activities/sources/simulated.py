"""A store in memory, and settings that lead every look-up to the simulated registries."""

from pydantic import SecretStr

from deploy.local.registries.catalogue import website_hosts
from runtime.settings import Settings


class MemoryStore:
    """The object store's `put`, in memory."""

    def __init__(self) -> None:
        self.objects: dict[str, tuple[bytes, str]] = {}

    async def put(self, key: str, data: bytes, media_type: str) -> None:
        self.objects[key] = (data, media_type)


def settings_for(registries_url: str, vies_url: str | None = None, requester: str | None = None) -> Settings:
    """Test-mode settings with VIES and the websites at these addresses."""
    return Settings(
        postgres_dsn=SecretStr("postgresql://unused"),
        s3_endpoint="http://unused",
        s3_access_key=SecretStr("unused"),
        s3_secret_key=SecretStr("unused"),
        secret=SecretStr("0" * 32),
        sources="test",
        vies_url=vies_url or f"{registries_url}/taxation_customs/vies/rest-api",
        vies_requester=requester,
        test_registries_url=registries_url,
        test_website_hosts=",".join(website_hosts()),
    )
