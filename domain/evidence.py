"""Hashes that let anyone check later that evidence is what it was."""

import hashlib


def data_hash(raw: bytes) -> str:
    """`sha256:` and the SHA-256 of the bytes as received: what `sha256sum` prints for the stored object."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"
