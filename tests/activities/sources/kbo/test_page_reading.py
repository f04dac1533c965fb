"""What the page says of an entity, in every form it writes it; over real HTTP."""

import pytest

from activities.sources.kbo.page_reading import MAX_FACTS_OF_A_KIND
from schemas.sources import FactName, SourceAnswer
from tests.activities.sources.kbo.pages import (
    FOOTER,
    NO_DATA,
    a_page,
    activities,
    activity,
    function,
    functions,
    general,
    link,
    note,
    person,
)
from tests.activities.sources.kbo.stub_search import Ask, StubSearch

ACTIVE = {"Status": '<strong><span class="pageactief">Actief</span></strong>'}


def values(answer: SourceAnswer, name: FactName) -> list[object]:
    return [fact.value for fact in answer.all(name)]


async def test_the_identity_is_read_as_the_register_writes_it(search: StubSearch, ask: Ask) -> None:
    search.says(
        a_page(
            general(
                **ACTIVE,
                Rechtstoestand='<strong><span class="pageactief">Normale toestand</span></strong>'
                + note("Sinds 3 maart 2019"),
                Begindatum="3 maart 2019<br/>",
                Naam="ZONNEWIND&nbsp;&nbsp;R&eacute;glisse &amp; Zoon"
                + note("Naam in het Nederlands, sinds 3 maart 2019"),
                Adres_van_de_zetel='\n Kanaalweg&nbsp;24\n<a href="showOnMap.html?a=1"><img alt="Map"/></a>'
                '<br/>9000&nbsp;Gent\n<span class="upd"><br/>Sinds 1 oktober 2020</span>',
                Type_entiteit="Rechtspersoon",
                Rechtsvorm="\n\t\tBesloten vennootschap\n\n\t\t" + note("Sinds 3 maart 2019"),
            )
        )
    )
    answer = await ask()
    stated = [(fact.name, fact.value) for fact in answer.facts]
    assert stated == [
        ("registration_number", "0711326932"),
        ("company_name", "ZONNEWIND Réglisse & Zoon"),
        ("legal_form", "Besloten vennootschap"),
        ("registered_address", "Kanaalweg 24, 9000 Gent"),
        ("country", "BE"),
        ("company_status", "active"),
        ("incorporation_date", "2019-03-03"),
    ]
    assert answer.all("registration_number")[0].details == {"as_of": "2026-10-20"}
    assert answer.all("company_status")[0].details == {
        "status": "Actief",
        "situation": "Normale toestand",
        "since": "2019-03-03",
    }


async def test_the_page_without_headings_of_earlier_years_reads_the_same(search: StubSearch, ask: Ask) -> None:
    search.says(
        a_page(general(Naam="Zonnewind"), functions(function("Zaakvoerder", person("Peeters", "Jan"))))
        .replace("<h2>", "")
        .replace("</h2>", "")
    )
    answer = await ask()
    assert (answer.fact("company_name"), answer.fact("director")) == ("Zonnewind", "Jan Peeters")


async def test_a_page_that_closes_no_rows_reads_the_same(search: StubSearch, ask: Ask) -> None:
    page = a_page(general(Naam="Zonnewind"), functions(function("Bestuurder", person("Peeters", "Jan"))))
    search.says(page.replace("</td>", "").replace("</tr>", ""))
    answer = await ask()
    assert (answer.fact("company_name"), answer.fact("director")) == ("Zonnewind", "Jan Peeters")


async def test_other_names_are_told_beside_the_first(search: StubSearch, ask: Ask) -> None:
    names = f"Zonnewind{note('Naam in het Nederlands, sinds 3 maart 2019')}<br/>Vent Solaire{note('Naam in het Frans')}"
    search.says(a_page(general(Naam=names, Afkorting=f"ZWL{note('Afkorting, sinds 2019')}")))
    [name] = (await ask()).all("company_name")
    assert (name.value, name.details) == ("Zonnewind", {"also": "Vent Solaire; ZWL"})


@pytest.mark.parametrize(
    ("status", "situation", "expected"),
    [
        ("Actief", "Normale toestand", "active"),
        ("Actief", "Juridische oprichting", "active"),
        ("Actief", "Opening faillissement", "bankruptcy"),
        ("Actief", "Intrekking faillissement", "active"),
        ("Actief", "Gerechtelijk akkoord vóór faillissement", "active"),
        ("Actief", "Opening gerechtelijke reorganisatie", "active"),
        ("Actief", "Vervroegde ontbinding - Vereffening", "liquidation"),
        ("Actief", "Gerechtelijke ontbinding of nietigheid", "liquidation"),
        ("Actief", "Ontbinding van rechtswege", "liquidation"),
        ("Actief", NO_DATA, "active"),
        ("Stopgezet", "Sluiting van vereffening", "dissolved"),
        ("Stopgezet", "Sluiting faillissement", "dissolved"),
        ("Stopgezet", "Fusie door overneming", "dissolved"),
        ("Stopgezet", "Stopzetting wegens vervanging van het ondernemingsnummer", "inactive"),
        ("Stopgezet", "Normale toestand", "inactive"),
        ("Stopgezet", NO_DATA, "inactive"),
        ("Aangekondigd", "Normale toestand", None),
    ],
)
async def test_status_and_situation_are_read_together(
    search: StubSearch, ask: Ask, status: str, situation: str, expected: str | None
) -> None:
    search.says(a_page(general(Status=status, Rechtstoestand=situation)))
    assert (await ask()).fact("company_status") == expected


@pytest.mark.parametrize(
    ("role", "expected"), [("Vereffenaar", "liquidation"), ("Curator", "bankruptcy"), ("Commissaris", "active")]
)
async def test_who_winds_a_company_up_says_that_it_is_being_wound_up_and_directs_nothing(
    search: StubSearch, ask: Ask, role: str, expected: str
) -> None:
    search.says(a_page(general(**ACTIVE), functions(function(role, person("Peeters", "Jan")))))
    answer = await ask()
    assert (answer.fact("company_status"), values(answer, "director")) == (expected, [])


@pytest.mark.parametrize(
    "fields",
    [
        {"Status": "Stopgezet" + note("Sinds 9 mei 2023")},
        {"Status": "Stopgezet", "Rechtstoestand": "Sluiting van vereffening" + note("Sinds 9 mei 2023")},
        {"Status": "Stopgezet" + note("Sinds 1 juni 2024"), "Einddatum": "9 mei 2023"},
        {"Status": "Stopgezet", "Stopzettingsdatum": "09/05/2023"},
    ],
)
async def test_the_end_of_an_entity_has_its_day(search: StubSearch, ask: Ask, fields: dict[str, str]) -> None:
    search.says(a_page(general(**fields)))
    assert (await ask()).fact("dissolution_date") == "2023-05-09"


async def test_an_active_entity_has_no_end(search: StubSearch, ask: Ask) -> None:
    search.says(a_page(general(Status="Actief" + note("Sinds 9 mei 2023"))))
    assert (await ask()).fact("dissolution_date") is None


@pytest.mark.parametrize("text", ["31 februari 2020", "3 mars 2019", "0 mei 2020", "onbekend", "99/99/2020"])
async def test_a_day_that_is_none_is_no_date(search: StubSearch, ask: Ask, text: str) -> None:
    search.says(a_page(general(Begindatum=text)))
    assert (await ask()).fact("incorporation_date") is None


@pytest.mark.parametrize("hidden", [False, True])
async def test_holders_of_functions_are_read_in_sight_and_hidden(search: StubSearch, ask: Ask, hidden: bool) -> None:
    search.says(
        a_page(
            functions(
                function("Bestuurder", person("de Smet", "Anna Maria")),
                function("Gedelegeerd bestuurder(1)", person("PEETERS", "JAN"), since="Sinds 1 mei 2016"),
                function("Bestuurder", link("0470.622.224", "0470.622.224")),
                function("Vaste vertegenwoordiger", person("Claes", "Lotte", number="0470.622.224")),
                function("Commissaris", link("0448.895.115", "0448.895.115")),
                function("Bestuurder", "Overzee Holdings Ltd"),
                hidden=hidden,
            ),
            general(),
        )
    )
    directors = (await ask()).all("director")
    assert [(fact.value, fact.details) for fact in directors] == [
        ("Anna Maria de Smet", {"role": "Bestuurder", "since": "2024-03-27", "kind": "person"}),
        ("JAN PEETERS", {"role": "Gedelegeerd bestuurder", "since": "2016-05-01", "kind": "person"}),
        (
            "0470.622.224",
            {"role": "Bestuurder", "since": "2024-03-27", "kind": "company", "number": "0470622224"},
        ),
        (
            "Lotte Claes",
            {
                "role": "Vaste vertegenwoordiger",
                "since": "2024-03-27",
                "kind": "person",
                "represents": "0470622224",
            },
        ),
        ("Overzee Holdings Ltd", {"role": "Bestuurder", "since": "2024-03-27", "kind": "company"}),
    ]


async def test_nobody_holds_a_function_where_nothing_is_registered(search: StubSearch, ask: Ask) -> None:
    search.says(a_page(general(), functions(f'<tr><td class="QL">{NO_DATA}</td><td></td></tr>')))
    assert values(await ask(), "director") == []


async def test_every_function_of_a_large_company_is_read(search: StubSearch, ask: Ask) -> None:
    rows = [function("Bestuurder", person("Peeters", f"Jan {number}")) for number in range(MAX_FACTS_OF_A_KIND + 50)]
    search.says(a_page(general(), functions(*rows)))
    assert len(values(await ask(), "director")) == MAX_FACTS_OF_A_KIND + 50


async def test_activities_of_todays_nomenclature_alone_are_read_each_once(search: StubSearch, ask: Ask) -> None:
    search.says(
        a_page(
            general(),
            activities(
                "Btw-activiteiten Nacebelcode versie 2025",
                activity("Btw\n2025", "47.910", "Detailhandel via internet", version="2025"),
                activity("Btw 2025", "62.100", "Programmeren"),
            ),
            activities("RSZ-activiteiten Nacebelcode versie 2025", activity("RSZ2025", "47.910", "Detailhandel")),
            activities("Versie van de Nacebelcodes 2008(1)", activity("Btw 2008", "47.919", "Detailhandel, n.e.g.")),
            activities("Nacebelcode versie 2003", activity("RSZ", "52.630", "Andere detailhandel")),
            activities("Nacebelcode versie 2025", activity("Btw", "45.110", "Auto's", version="2008")),
        )
    )
    answer = await ask()
    assert [(fact.value, fact.details) for fact in answer.all("activity_code")] == [
        (
            "NACEBEL 47910",
            {"description": "Detailhandel via internet", "register": "Btw, RSZ", "since": "2025-01-01"},
        ),
        ("NACEBEL 62100", {"description": "Programmeren", "register": "Btw", "since": "2025-01-01"}),
    ]
    assert values(answer, "activity_description") == ["Detailhandel via internet", "Programmeren"]


async def test_a_hidden_table_of_activities_is_read_row_by_row(search: StubSearch, ask: Ask) -> None:
    inner = activity("Btw 2025", "47.910", "Detailhandel") + activity("Btw 2008", "47.911", "Detailhandel")
    search.says(
        a_page(general(), f'<tr><td colspan="3"><table id="toonbtw" style="display:none">{inner}</table></td></tr>')
    )
    assert values(await ask(), "activity_code") == ["NACEBEL 47910"]


async def test_contact_and_establishments_are_read_from_their_nested_tables(search: StubSearch, ask: Ask) -> None:
    telephone = (
        '<table><tr><td width="60%">09 111 22 33</td><td><span class="upd">Sinds 1 mei 2020</span></td></tr>'
        '<tr><td width="60%">0470/11 22 33</td><td></td></tr><tr><td>0000000000</td></tr></table>'
    )
    email = '<a href="mailto:info@zonnewind.example">info@zonnewind.example</a>'
    search.says(
        a_page(
            general(
                Telefoonnummer=telephone,
                **{
                    "E-mail": f"<table><tr><td>{email}</td></tr></table>",
                    "Webadres": '<a href="http://www.zonnewind.example">www.zonnewind.example</a>',
                    "Aantal vestigingseenheden (VE)": '<strong>1.204</strong>&nbsp;<a href="x">Gegevens per VE</a>',
                },
            )
        )
    )
    answer = await ask()
    assert values(answer, "phone") == ["09 111 22 33", "0470/11 22 33"]
    assert values(answer, "email") == ["info@zonnewind.example"]
    assert (answer.fact("website_url"), answer.fact("establishments")) == ("www.zonnewind.example", 1204)


async def test_what_is_not_registered_is_no_fact(search: StubSearch, ask: Ask) -> None:
    labels = ("Naam", "Telefoonnummer", "E-mail", "Webadres", "Rechtsvorm", "Aantal_vestigingseenheden", "Begindatum")
    search.says(a_page(general(**dict.fromkeys(labels, NO_DATA))))
    assert [fact.name for fact in (await ask()).facts] == ["registration_number", "country"]


async def test_a_seat_abroad_is_not_in_belgium(search: StubSearch, ask: Ask) -> None:
    search.says(
        a_page(general(Adres_van_de_zetel="Hafenstrasse&nbsp;5<br/>20457&nbsp;Hamburg<br/>Duitsland (Bondsrep.)"))
    )
    answer = await ask()
    assert (answer.fact("country"), answer.fact("registered_address")) == (
        None,
        "Hafenstrasse 5, 20457 Hamburg, Duitsland (Bondsrep.)",
    )


async def test_an_address_that_was_struck_off_is_flagged(search: StubSearch, ask: Ask) -> None:
    struck = "Kanaalweg&nbsp;24<br/>9000&nbsp;Gent" + note("Adres doorgehaald sinds 13 november 2023")
    search.says(a_page(general(Adres_van_de_zetel=struck)))
    [flag] = (await ask()).all("registry_flag")
    assert (flag.value, flag.details) == ("Adres doorgehaald sinds 13 november 2023", {"since": "2023-11-13"})


async def test_a_less_than_sign_and_a_script_are_no_markup(search: StubSearch, ask: Ask) -> None:
    page = a_page(general(Naam="Klein < Groot <3 &lt;b&gt;"))
    search.says(
        page.replace("<body>", "<body><script>if (1 < 2) { '<table><tr><td>Naam:</td><td>No</td></tr>' }</script>")
    )
    assert (await ask()).fact("company_name") == "Klein < Groot <3 <b>"


async def test_a_footer_of_another_language_is_not_the_dutch_page(search: StubSearch, ask: Ask) -> None:
    search.says(a_page(footer=FOOTER.replace("Toestand in de KBO databank op", "Situation in the CBE database on")))
    assert (await ask()).reason == "no_footer"
