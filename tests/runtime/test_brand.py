"""The brand of the settings: what it says, and which files can be its logo."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from runtime.brand import MOST_BYTES, BrandError, load_brand
from runtime.settings import Settings

SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'
PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)
JPG = b"\xff\xd8\xff\xe0" + bytes(16)
WEBP = b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"


def settings_with(**members: str) -> Settings:
    stores = ("postgres_dsn", "s3_endpoint", "s3_access_key", "s3_secret_key")
    return Settings.model_validate({**dict.fromkeys(stores, "unused"), "secret": "0" * 32, **members})


def test_without_settings_the_brand_is_ours() -> None:
    brand = load_brand(settings_with(brand_logo="", brand_contact="", privacy_url=""))

    assert brand.said.model_dump() == {
        "name": "Casewright",
        "primary_color": "#1f4b7a",
        "logo_url": None,
        "contact": None,
        "privacy_url": None,
    }
    assert brand.logo is None


def test_a_brand_says_what_is_set() -> None:
    said = load_brand(
        settings_with(
            brand_name="Merel",
            brand_color="#A0B1C2",
            brand_contact="mail us",
            privacy_url="https://merel.example/p?l=nl",
        )
    ).said

    assert (said.name, said.primary_color, said.contact) == ("Merel", "#a0b1c2", "mail us")
    assert said.privacy_url == "https://merel.example/p?l=nl"


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(PNG, "image/png"), (SVG, "image/svg+xml"), (WEBP, "image/webp")],
    ids=["png", "svg", "webp"],
)
def test_a_logo_is_what_its_content_says(tmp_path: Path, content: bytes, media_type: str) -> None:
    file = tmp_path / "logo"
    file.write_bytes(content)

    brand = load_brand(settings_with(brand_logo=str(file)))

    assert brand.logo == (content, media_type)
    assert brand.said.logo_url == "/api/brand/logo"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<html><svg/></html>", "neither PNG nor SVG"),
        (JPG, "neither PNG nor SVG"),
        (b"\xff\xfe<svg/>", "neither PNG nor SVG"),
        (SVG + b" " * MOST_BYTES, "larger than 256 KB"),
    ],
    ids=["html", "jpg", "not utf-8", "too large"],
)
def test_another_file_is_refused_by_its_name(tmp_path: Path, content: bytes, why: str) -> None:
    file = tmp_path / "logo.svg"
    file.write_bytes(content)

    with pytest.raises(BrandError, match=f"logo.svg: {why}"):
        load_brand(settings_with(brand_logo=str(file)))


def test_a_logo_that_is_not_there_is_refused() -> None:
    with pytest.raises(BrandError, match="No such file"):
        load_brand(settings_with(brand_logo="/nowhere/logo.png"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("brand_color", "blue"),
        ("brand_color", "#fff"),
        ("privacy_url", "javascript:alert(1)"),
        ("privacy_url", "https://user@merel.example"),
        ("brand_name", ""),
    ],
)
def test_a_brand_that_cannot_be_shown_is_refused(name: str, value: str) -> None:
    with pytest.raises(ValidationError, match=name):
        settings_with(**{name: value})
