"""In whose name customers are asked: the brand of the settings, with its logo. Read once, when a gateway starts."""

from pathlib import Path
from typing import NamedTuple

import filetype

from runtime.settings import Settings
from schemas.portal_api import PortalBrand

LOGO_PATH = "/api/brand/logo"
MOST_BYTES = 256 * 1024
SVG = "image/svg+xml"
_PICTURES = frozenset({"image/png", "image/webp"})


class BrandError(Exception):
    """The logo cannot be used; the message says which file, and why."""


class Logo(NamedTuple):
    content: bytes
    media_type: str


class Brand(NamedTuple):
    said: PortalBrand
    logo: Logo | None


def load_brand(settings: Settings) -> Brand:
    """The brand of the settings. Raises BrandError, so that a gateway with a logo that is none does not start."""
    logo = _logo(settings.brand_logo) if settings.brand_logo else None
    said = PortalBrand(
        name=settings.brand_name,
        primary_color=settings.brand_color,
        logo_url=LOGO_PATH if logo else None,
        contact=settings.brand_contact,
        privacy_url=settings.privacy_url,
    )
    return Brand(said, logo)


def _logo(path: Path) -> Logo:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BrandError(f"brand logo {path}: {error.strerror}") from error
    if len(content) > MOST_BYTES:
        raise BrandError(f"brand logo {path}: larger than {MOST_BYTES // 1024} KB")
    kind = filetype.guess(content)
    media_type = kind.mime if kind else (SVG if _is_svg(content) else None)
    if media_type not in (*_PICTURES, SVG):
        raise BrandError(f"brand logo {path}: neither PNG nor SVG nor WebP, by its content")
    return Logo(content, media_type)


def _is_svg(content: bytes) -> bool:
    """Whether it begins as an SVG does, after what XML may have before it."""
    try:
        text = content.decode("utf-8-sig").lstrip()
    except UnicodeDecodeError:
        return False
    return text.startswith(("<svg", "<?xml", "<!--", "<!DOCTYPE svg")) and "<svg" in text
