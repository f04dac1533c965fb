"""What names an edition of rules: a hash over the files that they are made of, as they are delivered."""

import hashlib
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

_OF_RULES = (".py", ".tsv", ".toml")


def edition_of(package: str) -> str:
    """SHA-256 in hex over the names and bytes of the package's tables and rules, those of its packages included."""
    digest = hashlib.sha256()
    for name, data in sorted(_files(resources.files(package), "")):
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _files(item, f"{path}{item.name}/")
        elif item.name.endswith(_OF_RULES):
            yield f"{path}{item.name}", item.read_bytes()
