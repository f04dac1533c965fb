"""What a scanner, a bad scanner and a telephone make of a page: pictures spoilt in the same way for the same seed."""

from collections.abc import Callable
from io import BytesIO
from typing import Literal

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageFilter

ScanKind = Literal["clean", "scan", "poor_scan", "photo"]
PAPER = 255
DESK = (96, 84, 72)
"""What shows around a page that lies askew on a table."""


def degraded(image: Image.Image, kind: ScanKind, seed: int) -> Image.Image:
    """The picture of a page, rendered at about 200 dpi, as it looks after that treatment. As large as before or a
    little larger; `clean` is the picture itself in grey."""
    return TREATMENTS[kind](image, np.random.default_rng(seed))


def _clean(image: Image.Image, chance: Generator) -> Image.Image:
    return image.convert("L")


def _scan(image: Image.Image, chance: Generator) -> Image.Image:
    """An office scanner: a page drawn in half a degree askew, some noise, JPEG."""
    page = _askew(image.convert("L"), chance.uniform(-0.6, 0.6))
    page = page.filter(ImageFilter.GaussianBlur(0.6))
    return _as_jpeg(_noisy(_faded(page, dark=25, light=248), chance, sigma=6), quality=75)


def _poor_scan(image: Image.Image, chance: Generator) -> Image.Image:
    """A copy of a copy at 150 dpi: grey on grey, grainy, more askew, hard JPEG."""
    page = _askew(image.convert("L"), chance.choice((-1, 1)) * chance.uniform(0.6, 1.4))
    small = page.resize((page.width * 3 // 4, page.height * 3 // 4), Image.Resampling.BILINEAR)
    small = _noisy(_faded(small.filter(ImageFilter.GaussianBlur(0.5)), dark=75, light=225), chance, sigma=12)
    return _as_jpeg(small, quality=50).resize(page.size, Image.Resampling.BICUBIC)


def _photo(image: Image.Image, chance: Generator) -> Image.Image:
    """A telephone held not quite above the page: perspective, a shadow across it, warm light, blur, JPEG."""
    page = image.convert("RGB")
    width, height = page.size
    frame = (round(width * 1.08), round(height * 1.08))
    reach = np.array((width, height)) * 0.035
    corners = np.array(((0, 0), (width, 0), (width, height), (0, height)), dtype=float)
    seen = corners + np.array((width, height)) * 0.04 + chance.uniform(-1, 1, (4, 2)) * reach
    page = page.transform(
        frame,
        Image.Transform.PERSPECTIVE,
        _perspective(seen, corners),
        resample=Image.Resampling.BICUBIC,
        fillcolor=DESK,
    )
    page = _shaded(page.filter(ImageFilter.GaussianBlur(0.9)), chance)
    return _as_jpeg(_noisy(page, chance, sigma=5), quality=70)


TREATMENTS: dict[ScanKind, Callable[[Image.Image, Generator], Image.Image]] = {
    "clean": _clean,
    "scan": _scan,
    "poor_scan": _poor_scan,
    "photo": _photo,
}


def _askew(page: Image.Image, degrees: float) -> Image.Image:
    return page.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=PAPER)


def _faded(page: Image.Image, dark: int, light: int) -> Image.Image:
    """Black becomes `dark` and white `light`, of 255."""
    return page.point([dark + round(value * (light - dark) / 255) for value in range(256)])


def _noisy(page: Image.Image, chance: Generator, sigma: float) -> Image.Image:
    pixels = np.asarray(page, dtype=np.float32)
    grain = chance.normal(0, sigma, pixels.shape).astype(np.float32)
    return Image.fromarray(np.clip(pixels + grain, 0, 255).astype(np.uint8))


def _shaded(page: Image.Image, chance: Generator) -> Image.Image:
    """Less light towards one side, and less blue everywhere."""
    across = np.linspace(-1, 1, page.width)[None, :] * chance.uniform(-1, 1)
    down = np.linspace(-1, 1, page.height)[:, None] * chance.uniform(-1, 1)
    light = 0.82 + 0.12 * (across + down) / 2
    tint = np.array((1.0, 0.98, 0.9))
    return Image.fromarray((np.asarray(page) * light[..., None] * tint).clip(0, 255).astype(np.uint8))


def _as_jpeg(page: Image.Image, quality: int) -> Image.Image:
    buffer = BytesIO()
    page.save(buffer, "JPEG", quality=quality)
    with Image.open(buffer) as decoded:
        return decoded.copy()


def _perspective(seen: np.ndarray, page: np.ndarray) -> list[float]:
    """The eight coefficients by which Pillow finds, for a point of the new picture, the point of the page."""
    rows = []
    for (x, y), (u, v) in zip(seen, page, strict=True):
        rows.append((x, y, 1, 0, 0, 0, -u * x, -u * y))
        rows.append((0, 0, 0, x, y, 1, -v * x, -v * y))
    solved = np.linalg.solve(np.array(rows, dtype=float), page.reshape(8))
    return [float(coefficient) for coefficient in solved]
