"""Links that open one thing for a while to whoever holds them: a file of a case, or the page of its case file.

A link carries what it opens, signed with the installation's secret; nothing is stored. Each purpose has a salt of its
own, so that no link serves for another. What is in a link can be read by whoever holds it, and only made here.

LinkError            the link opens nothing
├── AlteredLinkError     it is not one of ours, or was changed
└── ExpiredLinkError     it is ours, and its time is over
"""

import re
from datetime import timedelta
from typing import Generic, TypeVar

from itsdangerous import BadData, SignatureExpired, URLSafeTimedSerializer
from pydantic import SecretStr, ValidationError

from schemas.frozen import Frozen

Opened = TypeVar("Opened", bound=Frozen)

FILE_LIFETIME = timedelta(minutes=15)
CASE_FILE_LIFETIME = timedelta(hours=24)
LONGEST_TOKEN = 4096
_SIGNS = re.compile(r"[A-Za-z0-9_.-]+", re.ASCII)
"""Of our links. Whoever decodes one takes `+` and `/` for `-` and `_`, and would open what nobody made."""


class LinkError(Exception):
    pass


class AlteredLinkError(LinkError):
    pass


class ExpiredLinkError(LinkError):
    pass


class FileGrant(Frozen):
    """One object of one case, as long as its bytes are those of the hash."""

    case_id: str
    object_key: str
    sha256: str
    file_size: int
    filename: str
    media_type: str


class CaseFileGrant(Frozen):
    """The case file of one case, to whom the key gave it that asked for the link."""

    case_id: str
    organisation: str
    key_id: str


class Links(Generic[Opened]):
    """Makes and opens the links of one purpose."""

    def __init__(self, secret: SecretStr, purpose: str, opened: type[Opened], lifetime: timedelta) -> None:
        self._serializer = URLSafeTimedSerializer(secret.get_secret_value(), salt=f"casewright.{purpose}")
        self._opened = opened
        self._lifetime = lifetime

    def token(self, grant: Opened) -> str:
        """Safe in a path and in a query. It ends the purpose's lifetime from now."""
        return str(self._serializer.dumps(list(grant.model_dump().values())))

    def open(self, token: str) -> Opened:
        """What the token opens. Raises LinkError."""
        if len(token) > LONGEST_TOKEN or not _SIGNS.fullmatch(token):
            raise AlteredLinkError
        try:
            values = self._serializer.loads(token, max_age=int(self._lifetime.total_seconds()))
            return self._opened.model_validate(dict(zip(self._opened.model_fields, values, strict=True)))
        except SignatureExpired as error:
            raise ExpiredLinkError from error
        except (BadData, ValidationError, ValueError, TypeError) as error:
            raise AlteredLinkError from error


def file_links(secret: SecretStr) -> Links[FileGrant]:
    return Links(secret, "file", FileGrant, FILE_LIFETIME)


def case_file_links(secret: SecretStr) -> Links[CaseFileGrant]:
    return Links(secret, "case-file", CaseFileGrant, CASE_FILE_LIFETIME)
