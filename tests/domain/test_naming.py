"""Whether two writings of a name mean the same, and which legal form it states."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.naming import compare_names, core_name, folded, legal_form, legal_form_family

EUROPEAN_TEXT = st.text(st.characters(max_codepoint=0x24F) | st.characters(min_codepoint=0x370, max_codepoint=0x3FF))
CAPITALS_TO_SMALL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Trading BVBA", "ACME TRADING"),
        ("Acme Trading BVBA", "Acme Trading SRL"),
        ("Acme Trading BV", "SPRL ACME TRADING"),
        ("AG Insurance NV", "NV AG INSURANCE"),
        ("Colruyt Groep N.V.", "COLRUYT GROEP SA"),
        ("Océ-Technologies B.V.", "OCE TECHNOLOGIES BV"),
        ("Café Ñandú", "CAFE NANDU"),
        ("L'Oréal S.A.", "LOREAL SA"),
        ("Société Générale", "SOCIETE GENERALE"),
        ("Acme S.à r.l.", "ACME Société à responsabilité limitée"),
        ("Großhandel Müller GmbH", "GROSSHANDEL MÜLLER Gesellschaft mit beschränkter Haftung"),
        ("Mustafa’s Döner", "Mustafas Doner"),
        ("Żabka Polska Sp. z o.o.", "ZABKA POLSKA spzoo"),
        ("Ακμή Α.Ε.", "AKMI AE"),
        ("ΠΑΠΑΔΟΠΟΥΛΟΣ ΕΠΕ", "Papadopoulos EPE"),
        ("Παπαδόπουλος Ε.Π.Е.", "PAPADOPOULOS"),
        ("Ørsted A/S", "Orsted AS"),
        ("Web Shop", "WebShop"),
        ("Acme  Trading ", "Acme Trading"),
        ("Acme & Zonen", "Acme, Zonen"),
        ("Janssens & Zonen BV", "JANSSENS EN ZONEN"),
        ("Müller & Söhne GmbH", "MUELLER UND SOEHNE"),
        ("Ørsted A/S", "Oersted AS"),
        ("Åkerlund AB", "AAKERLUND"),
        ("Saint-Gobain", "St Gobain SA"),
        ("Sint-Jozef VZW", "ST. JOZEF"),
        ("Acme Intl. Trading Corp.", "Acme International Trading Corporation"),
        ("Gebr. Maes BV", "Gebroeders Maes"),
        ("Acme Groep België NV", "ACME GROUP BELGIUM"),
        ("Acme NV van publiek recht", "Acme SA de droit public"),
        ("Ευρωπαϊκή Αυτοκινήτων Α.Ε.", "EVROPAIKI AFTOKINITON SA"),
        ("Μπύρες Αττικής ΕΠΕ", "Byres Attikis EPE"),
        ("Слънце ЕООД", "Slantse EOOD"),
        ("Христов и Щерев ООД", "HRISTOV I SHTEREV OOD"),
    ],
)
def test_one_company_written_in_two_ways_is_the_same(one: str, other: str) -> None:
    assert compare_names(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MULLER GMBH", "Mueller GmbH"),
        ("Jan Peeters BV", "Jan Peters BV"),
        ("Trading Acme", "Acme Trading"),
        ("Coffee Company BV", "The Coffee Company BV"),
        ("Acme Trading NV", "Acme Trading Belgium NV"),
        ("Web Shop Solutions", "Webshop Solution"),
    ],
)
def test_names_that_nearly_agree_are_similar_and_never_the_same(one: str, other: str) -> None:
    assert compare_names(one, other) == "similar"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Trading BV", "Beta Trading BV"),
        ("Colruyt", "Delhaize"),
        ("Umicore NV", "Solvay NV"),
        ("Acme Group", "Acme Foods"),
        ("Acme Holding BV", "Acme Trading BV"),
        ("Deutsche Handwerk AG", "Deutsche Handwaage AG"),
        ("Acme 1 BV", "Acme 2 BV"),
        ("Immo 2000 NV", "Immo 2001 NV"),
        ("Van den Berg Transport", "Van den Broeck Transport"),
        ("ABC Trading", "ABD Trading"),
        ("Acme", "Acme International Foods"),
        ("Ακμή ΑΕ", "Όλυμπος ΑΕ"),
        ("Bäckerei Schmidt GmbH", "Metzgerei Wagner GmbH"),
        ("SA", "NV"),
        ("Acme", ""),
        ("???", "!!!"),
    ],
)
def test_two_companies_are_different_whatever_their_legal_form(one: str, other: str) -> None:
    assert compare_names(one, other) == "different"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Acme BV", "bv"),
        ("Acme B.V.B.A.", "bv"),
        ("Acme SRL", "bv"),
        ("S.P.R.L. Acme", "bv"),
        ("Acme S.à r.l.", "bv"),
        ("Acme SA", "nv"),
        ("Acme Naamloze Vennootschap", "nv"),
        ("NV AG Insurance", "nv"),
        ("AG Insurance NV", "nv"),
        ("Limited Edition BV", "bv"),
        ("Acme GmbH", "gmbh"),
        ("Acme AG", "ag"),
        ("Acme SAS", "sas"),
        ("Acme VOF", "vof"),
        ("Acme Comm.V", "commv"),
        ("Ακμή Α.Ε.", "nv"),
        ("ΑΚΜΗ ΑΝΩΝΥΜΗ ΕΤΑΙΡΕΙΑ", "nv"),
        ("Akmi S.A.", "nv"),
        ("ΑΚΜΗ ΕΠΕ", "epe"),
        ("Acme Sp. z o.o.", "spzoo"),
        ("Acme Ltd.", "ltd"),
        ("Acme ApS", "aps"),
        ("Acme AS", "as"),
        ("Acme A/S", "as"),
        ("Acme Oyj", "oyj"),
        ("Acme s.r.o.", "sro"),
        ("Acme spol. s r.o.", "sro"),
        ("Acme d.o.o.", "doo"),
        ("Acme S.p.A.", "spa"),
        ("Acme Kft.", "kft"),
        ("Acme OÜ", "ou"),
        ("SIA Acme", "sia"),
        ("АКМЕ ЕООД", "ood"),
        ("Acme Unipessoal Lda", "lda"),
        ("Acme ehf.", "ehf"),
        ("Acme", None),
        ("Sabena", None),
    ],
)
def test_a_legal_form_belongs_to_a_family(name: str, form: str | None) -> None:
    assert legal_form(name) == form


def test_the_core_of_a_name_is_without_its_legal_form() -> None:
    assert core_name("Acme Trading B.V.") == "acme trading"


def test_a_name_that_is_only_a_legal_form_is_its_own_core() -> None:
    assert core_name("S.A.") == "sa"


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("Besloten Vennootschap", "bv"),
        ("Besloten vennootschap met beperkte aansprakelijkheid", "bv"),
        ("SAS, société par actions simplifiée", "sas"),
        ("Société à responsabilité limitée (sans autre indication)", "bv"),
        ("SA à conseil d'administration", "nv"),
        ("Aksjeselskap", "as"),
        ("Společnost s ručením omezeným", "sro"),
        ("Spółka z ograniczoną odpowiedzialnością", "spzoo"),
        ("Private company limited by shares", "ltd"),
        ("Public limited company", "plc"),
        ("Gewone commanditaire vennootschap", "commv"),
        ("Дружество с ограничена отговорност", "ood"),
        ("5710", None),
        ("Something new", None),
        ("", None),
    ],
)
def test_a_register_may_state_a_legal_form_in_its_own_words(words: str, form: str | None) -> None:
    assert legal_form_family(words) == form


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("Da Vinci NV", "da vinci"),
        ("AG Insurance NV", "ag insurance"),
        ("Acme SA/NV", "acme"),
        ("Müller GmbH & Co. KG", "muller"),
        ("UAB Akmė", "akme"),
        ("Oy Akme Ab", "akme"),
        ("Acme BV in vereffening", "acme"),
        ("Acme GmbH i.L.", "acme"),
        ("Acme UG (haftungsbeschränkt)", "acme"),
        ("Limited Edition BV", "limited edition"),
        ("Esempio S.r.l. unipersonale", "esempio"),
        ("Kaffeehaus GmbH i. G.", "kaffeehaus"),
        ("Kaffeehaus Gesellschaft mit beschraenkter Haftung", "kaffeehaus"),
        ("ΑΚΜΗ Εταιρεία Περιορισμένης Ευθύνης", "akmi"),
    ],
)
def test_only_what_stands_at_either_end_of_a_name_is_its_legal_form(name: str, core: str) -> None:
    assert core_name(name) == core


@given(EUROPEAN_TEXT)
def test_a_name_is_the_same_as_itself(text: str) -> None:
    assert compare_names(text, text) == "same"


@given(EUROPEAN_TEXT, EUROPEAN_TEXT)
def test_it_does_not_matter_which_comes_first(one: str, other: str) -> None:
    assert compare_names(one, other) == compare_names(other, one)


@given(EUROPEAN_TEXT)
def test_capitals_do_not_matter(text: str) -> None:
    assert compare_names(text, text.translate(CAPITALS_TO_SMALL)) == "same"


@given(st.text(st.characters()))
def test_any_text_is_folded_to_plain_words_once_and_for_all(text: str) -> None:
    assert set(folded(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert folded(folded(text)) == folded(text)
