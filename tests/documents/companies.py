"""Invented companies and persons, with numbers whose check digits are right."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from schwifty import IBAN
from stdnum.be import vat as be_vat
from stdnum.de import vat as de_vat
from stdnum.fr import siren as fr_siren
from stdnum.gb import vat as gb_vat
from stdnum.lu import tva as lu_tva
from stdnum.nl import btw as nl_btw

FIRST: Final = {
    "nl": "Femke Joost Annelies Daniël Noëlle Ruben Maaike Wouter Saartje Jeroen Zoë Thijs",
    "fr": "Hélène François Anaïs Benoît Océane Gaël Solène Théo Margaux Étienne Aurélie Cédric",
    "de": "Jürgen Käthe Annegret Björn Sören Heike Matthias Ulrike Günther Silke Torsten Anja",
    "en": "Imogen Alistair Siobhán Rhys Gemma Callum Priya Duncan Niamh Oliver Harriet Kwame",
}
LAST: Final = {
    "nl": "van den Berghe|De Smedt|Verhaegen|van der Wal|Wouters|Hoekstra|Claeys|ten Brink|Vandeputte|Koçak",
    "fr": "Lefèvre|de la Fontaine|Béranger|Dufrêne|Carpentier|Marchandeau|Gaspard|Lemoîne|Roussel|N'Diaye",
    "de": "Müller-Lüdenscheidt|Schröder|Grünwald|von Kessel|Weißhaupt|Krüger|Brandt|Öztürk|Behrens|Fuchs",
    "en": "Fairweather|O'Donoghue|MacAllister|Pemberton|Hargreaves|Okonkwo|Llewellyn|Ashcroft|Whitlock|Bhatt",
}
TRADES: Final = {
    "nl": "Zilverberk Logistiek|Korenbloem Bakkerijen|Noordkaap Techniek|Het Blauwe Anker|Vlasmarkt Textiel|Duinroos"
    " Zorg|Ijzerwaren Lambrecht|Groene Wissel",
    "fr": "Ateliers du Châtelet|Boulangerie des Érables|Transports Hirondelle|Verrerie de la Lys|Éclat Conseil|Les"
    " Jardins d'Aliénor|Mécanique Bréhat|Côté Fournil",
    "de": "Hafenblick Spedition|Grünspan Gartenbau|Möbelwerk Altmühl|Falkenau Elektrotechnik|Brückner & Söhne Druck|"
    "Süßkind Backwaren|Nebelhorn Maschinenbau|Lindwurm Verlag",
    "en": "Copperfield Freight|Thistledown Textiles|Harbourgate Software|Blackthorn Joinery|Merrow Marine|Kestrel &"
    " Wren Catering|Saltmarsh Instruments|Foxglove Care",
}
STREETS: Final = {
    ("nl", "BE"): "Kortrijksesteenweg|Sint-Jacobsstraat|Bisschoppenhoflaan|Koning Albertlaan|Oude Graanmarkt",
    ("nl", "NL"): "Prinsengracht|Hoofdweg|Nieuwe Havenstraat|Burgemeester van Lieflaan|Churchillplein",
    ("fr", "BE"): "rue de la Station|avenue Louise|chaussée de Charleroi|boulevard d'Avroy|place Saint-Lambert",
    ("fr", "FR"): "rue des Martyrs|avenue de la République|boulevard Gambetta|allée des Tilleuls|quai Saint-Antoine",
    ("fr", "LU"): "rue de Hollerich|avenue de la Gare|route d'Esch|boulevard Royal|rue du Fossé",
    ("de", "DE"): "Lindenstraße|Am Alten Markt|Königsallee|Bahnhofstraße|Gutenbergweg",
    ("en", "GB"): "Marlborough Road|High Street|Station Parade|Victoria Terrace|Quayside Lane",
}
TOWNS: Final = {
    ("nl", "BE"): "9000 Gent|8500 Kortrijk|2018 Antwerpen|3000 Leuven|8310 Brugge",
    ("nl", "NL"): "1016 HK Amsterdam|3011 BN Rotterdam|9712 CP Groningen|5611 EM Eindhoven|2514 GL Den Haag",
    ("fr", "BE"): "1050 Ixelles|4000 Liège|6000 Charleroi|5000 Namur|7000 Mons",
    ("fr", "FR"): "69002 Lyon|75009 Paris|59800 Lille|33000 Bordeaux|13006 Marseille",
    ("fr", "LU"): "L-1741 Luxembourg|L-4030 Esch-sur-Alzette|L-9053 Ettelbruck|L-2449 Luxembourg|L-3450 Dudelange",
    ("de", "DE"): "50667 Köln|80331 München|20095 Hamburg|04109 Leipzig|70173 Stuttgart",
    ("en", "GB"): "Leeds LS1 4AP|Bristol BS1 6QS|Edinburgh EH3 9DR|Cardiff CF10 1EP|London EC2A 4NE",
}
FORMS: Final = {
    ("nl", "BE"): {"BV": "besloten vennootschap", "NV": "naamloze vennootschap", "CV": "coöperatieve vennootschap"},
    ("nl", "NL"): {"B.V.": "besloten vennootschap met beperkte aansprakelijkheid", "N.V.": "naamloze vennootschap"},
    ("fr", "BE"): {"SRL": "société à responsabilité limitée", "SA": "société anonyme"},
    ("fr", "FR"): {
        "SAS": "société par actions simplifiée",
        "SARL": "société à responsabilité limitée",
        "SA": "société anonyme",
    },
    ("fr", "LU"): {"S.à r.l.": "société à responsabilité limitée", "S.A.": "société anonyme"},
    ("de", "DE"): {"GmbH": "Gesellschaft mit beschränkter Haftung", "AG": "Aktiengesellschaft"},
    ("en", "GB"): {"Ltd": "private company limited by shares", "PLC": "public limited company"},
}
"""By language and country: the form's abbreviation, and what it stands for."""


@dataclass(frozen=True)
class Company:
    language: str
    country: str
    core: str
    form: str
    form_words: str
    number: str
    """As its register prints it."""
    vat: str
    street: str
    town: str
    iban: str
    directors: tuple[tuple[str, str], ...]
    """Given and family name."""
    owners: tuple[tuple[str, str], ...]
    shares: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.core} {self.form}"

    @property
    def address(self) -> str:
        return f"{self.street}, {self.town}"


def a_company(chance: Random, language: str, country: str) -> Company:
    home = (language, country)
    form, words = chance.choice(list(FORMS[home].items()))
    number, vat = NUMBERS[country](chance)
    people = chance.sample([(a, b) for a in FIRST[language].split() for b in LAST[language].split("|")], k=5)
    owners = chance.choice((people[:2], [people[0], people[3]], [people[3], people[4]]))
    return Company(
        language=language,
        country=country,
        core=chance.choice(TRADES[language].split("|")),
        form=form,
        form_words=words,
        number=number,
        vat=vat,
        street=_street(chance, home),
        town=chance.choice(TOWNS[home].split("|")),
        iban=an_iban(chance, country),
        directors=tuple(people[:2]),
        owners=tuple(owners),
        shares=chance.choice((("60", "40"), ("51", "49"), ("75", "25"), ("50", "50"), ("62.5", "37.5"))),
    )


def an_iban(chance: Random, country: str) -> str:
    """Four by four, as on paper."""
    return IBAN.random(country_code=country, random=chance).formatted


def a_vat_number(chance: Random, country: str) -> str:
    return NUMBERS[country](chance)[1]


def _street(chance: Random, home: tuple[str, str]) -> str:
    street, number = chance.choice(STREETS[home].split("|")), str(chance.randint(2, 248))
    if home == ("nl", "BE") and chance.random() < 0.3:
        number += f" bus {chance.randint(1, 12)}"
    if home == ("nl", "NL") and chance.random() < 0.3:
        number += chance.choice(("-A", "-2", " C"))
    return f"{street} {number}" if home[0] in ("nl", "de") else f"{number} {street}"


def _belgian(chance: Random) -> tuple[str, str]:
    digits = _drawn(chance, lambda: f"0{chance.randint(400_000_000, 799_999_999)}", be_vat.is_valid)
    dotted = f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"
    return dotted, chance.choice((f"BE {dotted}", f"BE{digits}", f"BE {digits}"))


def _dutch(chance: Random) -> tuple[str, str]:
    vat = _drawn(chance, lambda: f"{chance.randint(800_000_000, 869_999_999)}B0{chance.randint(1, 3)}", nl_btw.is_valid)
    return str(chance.randint(20_000_000, 89_999_999)), f"NL{vat}"


def _french(chance: Random) -> tuple[str, str]:
    siren = _drawn(chance, lambda: str(chance.randint(310_000_000, 929_999_999)), fr_siren.is_valid)
    key = (12 + 3 * (int(siren) % 97)) % 97
    return f"{siren[:3]} {siren[3:6]} {siren[6:]}", f"FR{key:02d}{siren}"


def _german(chance: Random) -> tuple[str, str]:
    vat = _drawn(chance, lambda: str(chance.randint(110_000_000, 339_999_999)), de_vat.is_valid)
    return f"HRB {chance.randint(1_200, 249_000)}", f"DE{vat}"


def _british(chance: Random) -> tuple[str, str]:
    vat = _drawn(chance, lambda: str(chance.randint(110_000_000, 399_999_999)), gb_vat.is_valid)
    return f"{chance.randint(2_000_000, 15_999_999):08d}", f"GB {vat[:3]} {vat[3:7]} {vat[7:]}"


def _luxembourgish(chance: Random) -> tuple[str, str]:
    return f"B {chance.randint(20_000, 289_999)}", "LU" + _drawn(
        chance, lambda: str(chance.randint(11_000_000, 34_999_999)), lu_tva.is_valid
    )


NUMBERS: Final[dict[str, Callable[[Random], tuple[str, str]]]] = {
    "BE": _belgian,
    "NL": _dutch,
    "FR": _french,
    "DE": _german,
    "GB": _british,
    "LU": _luxembourgish,
}
"""By country: a registration number and a VAT number, as printed."""


def _drawn(chance: Random, draw: Callable[[], str], is_valid: Callable[[str], bool]) -> str:
    while not is_valid(number := draw()):
        pass
    return number
