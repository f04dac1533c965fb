"""The directory of a zip archive is read if it is one of a document, and refused before it fills the memory."""

import struct
import tracemalloc
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile

import pytest

from runtime.zip_guard import MOST_MEMBERS, TooManyMembersError, members_of
from tests import sample_documents as samples

HEAD = b"PK\x03\x04" + bytes(26)


def entry(name: bytes, version: int = 20) -> bytes:
    """A member in the directory, of which nothing else is in the archive."""
    sizes = (0, 33, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0)
    return struct.pack("<4s4B2H2H3L5H2L", b"PK\x01\x02", 20, 0, version, 0, 0, 0, *sizes) + name


def archive(directory: bytes, claimed: int | None = None, comment: bytes = b"") -> bytes:
    """A directory with its end record, which says that it has one member of so many bytes."""
    size = len(directory) if claimed is None else claimed
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, size, len(HEAD), len(comment))
    return HEAD + directory + end + comment


def archive_of_64_bits(directory: bytes) -> bytes:
    """The same, with the size in the end record for large archives."""
    members, size, at = 1, len(directory), len(HEAD)
    end = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, members, members, size, at)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, at + size, 1)
    return HEAD + directory + end + locator + archive(b"", claimed=0xFFFFFFFF)[len(HEAD) :]


def directory_of(members: int) -> bytes:
    return b"".join(entry(b"%x" % number) for number in range(members))


def zipped(members: int) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as whole:
        for number in range(members):
            whole.writestr(f"word/{number}.xml", b"")
    return target.getvalue()


def test_the_members_of_a_document_are_told() -> None:
    content = BytesIO(samples.docx_document())

    with ZipFile(content) as whole:
        assert [member.filename for member in members_of(content)] == whole.namelist()


@pytest.mark.parametrize(
    "content",
    [
        archive(directory_of(100_000)),
        archive(directory_of(100_000), comment=b"A comment"),
        archive_of_64_bits(directory_of(100_000)),
        archive(directory_of(MOST_MEMBERS + 1)),
        zipped(MOST_MEMBERS + 1),
    ],
    ids=["directory", "with a comment", "64 bits", "one too many", "one too many, all there"],
)
def test_more_members_than_a_document_has_are_refused_in_little_memory(content: bytes) -> None:
    file = BytesIO(content)
    tracemalloc.start()
    try:
        with pytest.raises(TooManyMembersError):
            members_of(file)
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


def test_as_many_members_as_a_document_may_have_are_told() -> None:
    assert len(members_of(BytesIO(zipped(MOST_MEMBERS)))) == MOST_MEMBERS


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", HEAD, archive(b"")[:-1], archive(entry(b"a", version=99)), archive(b"no directory")],
    ids=["nothing", "two letters", "a head", "half an end", "of a later version", "no directory"],
)
def test_what_is_no_archive_is_refused(content: bytes) -> None:
    with pytest.raises(BadZipFile):
        members_of(BytesIO(content))
