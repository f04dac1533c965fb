"""Words that are in no person's name, as `domain.extraction.blocks.plain` writes them: of forms, towns, months. Not
those that are somebody's name as well, as `Cher`, `Malta` and `Portugal` are."""

import re

_WORDS = """
    kapital anteile anteil gesellschaft stimmrechte geschaftsanteile hohe prozent grundkapital stammkapital personne
    physique natuurlijke notariskantoor notariaat notarissen notaires notare notariat etude kantoor office cabinet
    way court close gardens terrace crescent grove quay wharf mews parade dit deze dieser diese dieses ce cette ces
    this that these fin end einde ende extrait uittreksel auszug ausdruck extract abruf waarvan akte acte spf fod
    economie finances greffier greffe directeur-generaal handelsregister document dokument certificat certificate
    attest attestation pour voor opgemaakt fait gedaan done signed getekend ausgestellt erstellt getroffen
    ondertekend gezien vu pagina page seite naam nom name voornaam prenom vorname functie fonction funktion function
    role datum date geboren ne nee born wonende woonplaats demeurant wohnhaft residing straat laan rue avenue
    boulevard place plein street road lane strasse platz weg square chaussee steenweg drive kaai quai dreef baan
    kerkstraat markt bus bte boite nummer numero no nr vennootschap societe company gesellschaft limited ltd gmbh bv
    nv sa srl sarl sas ag kg inc llc llp plc bvba sprl vzw asbl stichting holding group groep groupe notaris notaire
    notar notary de heren bestuurder zaakvoerder gerant administrateur president directeur director geschaftsfuhrer
    vorstand manager secretary commissaris directors bestuurders bestuur raad conseil board verwaltungsrat januari
    januar january janvier februari februar february fevrier maart march mars marz april avril mei mai may juni june
    juin juli july juillet augustus august aout september septembre oktober october octobre november novembre
    december decembre dezember belgie belgique belgien belgium nederland pays-bas niederlande netherlands france
    frankrijk frankreich deutschland germany allemagne duitsland luxembourg luxemburg kingdom united england wales
    scotland ireland belg belge belgisch belgian nederlandse nederlands francaise francais franse deutsch deutsche
    british dutch french german nationaliteit nationalite nationality staatsangehorigkeit aandelen aandeel actions
    parts shares share anteile anteil artikel article art kapitaal capital zetel siege sitz registered office
    statuten statuts articles wetboek code register handelsregister amtsgericht greffe tribunal kamer kruispuntbank
    ondernemingsrechtbank rechtbank court bank banque enige enkel unique sole total totaal gesamt summe handtekening
    signature unterschrift the and sinds depuis seit since appointed benoemd nomme bestellt onbepaalde duur ja nee
    oui non yes active actif actief current ubo direct indirect directe indirecte directement uiteindelijke
    begunstigde begunstigden beneficiaire effectif effectifs beneficial owner owners wirtschaftlich berechtigte
    personen person persons personne persoon general generale delegue vaste vertegenwoordiger representant permanent
    titel titre title adres adresse address anschrift ondergetekende ondergetekenden soussigne soussignes
    unterzeichnete undersigned neant nihil employeur onss rsz werkgever assujetti geboorte nat categorie nationality
    gerants administrateurs commissaires report reports statement liste lijsten verslag rapport bericht percentage
    jaarrekening identificatiegegevens euro lijst via holdings interesses kapitalbeteiligung stimmrechtsanteil
    vollmacht hinweise lidmaatschapsnummer bedrijfsrevisor zaakvoerders commissarissen section ceased resigned
    gevolmachtigden aufsichtsrat prokura geschaftsfuhrung verklaring declaration associes gesellschafter mandaat
    mandat companies house algemene vergadering assemblee generale meeting voorzitter chairman chair chief executive
    officer ceo zij hij il elle er sie burgerlijk burgerlijke uitvoering belgisch publiekrecht registre commerce
    form formulier formulaire formular kyc
    siren siret tva btw iban bic kbo bce kvk rcs hrb hra alleen zelfstandig gezamenlijk bevoegd
    einzelvertretungsberechtigt einzelvertretungsbefugnis niet geen aucun none keine algemeen onafhankelijk
    unit floor suite flat apartment row zijn overeengekomen verklaren verklaart convenu vereinbart agreed partijen
    parties vertragsparteien omvang geboorteplaats griffier greffiere rechtspfleger rechtspflegerin urkundsbeamter
    urkundsbeamtin justizangestellte justizsekretarin justizbeschaftigte registrar clerk ich ik
    first names forename forenames given prenoms voornamen vornamen
    honorary treasurer penningmeester tresorier tresoriere schatzmeister schatzmeisterin
    remaining resterende restant restants ubrigen
    prasident prasidentin vizeprasident mitglied verwaltungsrates verwaltungsrats einzelunterschrift vestigingsadres
    kollektivunterschrift revisionsstelle nomination premier premiere designation demission immobilien kapitalanteile
    luxembourgeoise nature allgemeine allgemeiner besondere vertretungsregelung vertretungsbefugnis
    geschaftsanschrift geschaftssitz gedelegeerd statutair dans pour par avec door met voor uit sur sous with from for
    of by is was wordt est
    schweiz suisse svizzera switzerland zwitserland osterreich oesterreich austria autriche oostenrijk irland irlande
    ierland italia italien italy italie spanien espagne spain spanje polen poland pologne eur chf usd gbp
    dear sirs sir madam geehrte geehrter chers chere cheres geachte business centre center geburtsdatum stammzahl
    wohnadresse wohnanschrift privatadresse privatanschrift domiziladresse effektive
    norwegen norvege sweden schweden suede denmark danemark finland finnland pps ppsn identity
    generalversammlung hauptversammlung gesellschafterversammlung mitgliederversammlung
"""
NO_NAME = frozenset(_WORDS.split())
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ][a-zà-ÿ]?\.-?){2,6}")
_ABBREVIATIONS_WORDS = "rcs btw tva kvk rpr rpm vat bce kbo uk us eu po tav"
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_WORDS.split())


def is_initials(word: str) -> bool:
    """Whether a word is the initials of given names, `J.W.` or `P.-H.`, and no abbreviation of a register or a tax."""
    return _INITIALS.fullmatch(word) is not None and word.replace(".", "").lower() not in _ABBREVIATIONS
