"""The directory of an untrusted zip archive, read only if it is as small as a document's.

`zipfile` makes an object of each member before anybody can look at the first, as many as the archive says there are:
20 MB of directory are 400 000. How large the directory is stands in the end record, in its 64-bit one or in neither,
and where those are looked for differs between versions of Python; so the one read that they lead to is what is bounded.
"""

from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

MOST_DIRECTORY_BYTES = 1_000_000
MOST_MEMBERS = 5_000
"""Word's own files have some dozen members, of about 100 bytes each in the directory."""


class TooManyMembersError(BadZipFile):
    """The archive has, or says that it has, more members than a document can have."""


def members_of(file: BinaryIO) -> list[ZipInfo]:
    """What the archive says that it holds; nothing is unpacked. Raises BadZipFile, and ValueError for a name that is
    no text."""
    try:
        with ZipFile(_Sparing(file)) as archive:
            members = archive.infolist()
    except NotImplementedError as error:
        raise BadZipFile("the archive is of a later version of the format") from error
    if len(members) > MOST_MEMBERS:
        raise TooManyMembersError(f"{len(members)} members")
    return members


class _Sparing:
    """A file that refuses to read a larger directory. A read without a size is that of the end record and its comment,
    64 KiB at most."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.tell = file.tell
        self.seek = file.seek

    def read(self, size: int = -1, /) -> bytes:
        if size > MOST_DIRECTORY_BYTES:
            raise TooManyMembersError(f"a directory of {size} bytes")
        return self._file.read(size)
