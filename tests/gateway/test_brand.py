"""Anyone may ask in whose name the portal is; its logo can do nothing but be looked at."""

from pathlib import Path

from temporalio.client import Client

from runtime.settings import Settings
from tests.gateway.office import Office
from tests.gateway.running_gateway import Gateway, refused, running_gateway

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


async def test_without_a_logo_there_is_none(gateway: Gateway) -> None:
    async with gateway.anyone() as anyone:
        assert (await anyone.get("/api/brand")).json() == {
            "name": "Casewright",
            "primary_color": "#1f4b7a",
            "logo_url": None,
            "contact": None,
            "privacy_url": None,
        }
        refused(await anyone.get("/api/brand/logo"), 404, "not_found")


async def test_the_portal_is_in_the_name_that_is_set(settings: Settings, temporal: Client, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_bytes(SVG)
    branded = settings.model_copy(update={"brand_name": "Merel", "brand_logo": tmp_path / "logo.svg"})
    async with (
        running_gateway(branded, temporal.service_client.config.target_host) as gateway,
        gateway.anyone() as anyone,
    ):
        brand = (await anyone.get("/api/brand")).json()
        logo = await anyone.get(brand["logo_url"])

    assert brand["name"] == "Merel"
    assert (logo.content, logo.headers["content-type"]) == (SVG, "image/svg+xml")
    assert logo.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert logo.headers["x-content-type-options"] == "nosniff"


async def test_a_case_shows_the_same_brand(office: Office) -> None:
    case = await office.open()

    portal = (await office.customer.get(case.portal)).json()

    assert portal["brand"] == (await office.customer.get("/api/brand")).json()
