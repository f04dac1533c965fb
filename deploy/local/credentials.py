"""The passwords and keys of a stack: made once, kept in `secrets.json`, used again at every start."""

import json
import secrets
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from deploy.local.errors import StackError
from deploy.local.home import Home, read_json, write_private

KeyName = Literal["officer", "senior_officer", "admin", "auditor", "integration"]
KEY_NAMES: tuple[KeyName, ...] = get_args(KeyName)


def _new_key(name: KeyName) -> str:
    # The integration API's keys say in their prefix whether they are for testing.
    prefix = "sk_test" if name == "integration" else f"cw_{name}"
    return f"{prefix}_{secrets.token_urlsafe(32)}"


class Credentials(BaseModel):
    """Every secret of one stack."""

    model_config = ConfigDict(frozen=True)

    postgres_password: str
    s3_access_key: str
    s3_secret_key: str
    secret: str
    keys: dict[KeyName, str]

    def for_sources(self, sources: Literal["test", "live"]) -> "Credentials":
        """The same, with the system's key named after what it opens: cases of a stack that asks the real registries
        are live ones."""
        key = self.keys["integration"].removeprefix("sk_test_")
        return self.model_copy(update={"keys": {**self.keys, "integration": f"sk_{sources}_{key}"}})


def new_credentials() -> Credentials:
    """Fresh ones."""
    return Credentials(
        postgres_password=secrets.token_urlsafe(32),
        s3_access_key=secrets.token_hex(10),
        s3_secret_key=secrets.token_urlsafe(32),
        secret=secrets.token_urlsafe(48),
        keys={name: _new_key(name) for name in KEY_NAMES},
    )


def kept_credentials(home: Home) -> Credentials:
    """Those of this home, made at its first start. Raises StackError if they are lost while the data is not.

    New passwords would not open the database that the old ones made.
    """
    found = read_json(home.secrets)
    if found is None:
        if home.postgres.exists():
            raise StackError(f"{home.secrets} is missing beside its data: restore it, or remove {home.folder}")
        found = {}
    fresh = new_credentials().model_dump()
    try:
        kept = {**fresh, **found, "keys": {**fresh["keys"], **found.get("keys", {})}}
        credentials = Credentials.model_validate(kept)
    except (AttributeError, TypeError, ValidationError) as error:
        raise StackError(f"{home.secrets} does not hold what it should: restore it, or remove it") from error
    write_private(home.secrets, json.dumps(credentials.model_dump(), indent=2) + "\n")
    return credentials
