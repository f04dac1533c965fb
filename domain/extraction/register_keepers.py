"""Those who keep registers, publish them and collect taxes, as documents name them: who issued what they certify."""

import re

from domain.extraction.blocks import over_lines

_TOWNS = (
    r"(?: (?:de|d['’]|du|des|van|in|te|à)\n?)? ?[A-ZÀ-Þ][\w'’-]+(?:[ -](?:(?:am|an|der|im|in|ob|vor|bei|sur|les|lès|"
    r"sous|la|le)[ -]){0,2}(?!HR[AB]\b|GnR|PR\b|VR\b|Abteilung|Ausdruck|Aktuell|"
    r"Chronologisch|Amtlich|Abruf|Auszug|Handelsregister|Registerblatt|Nummer|Seite)[A-ZÀ-Þ][\w'’-]+)*"
)
_PLACE = r"[A-ZÀ-Þ][\w'’-]+(?:[ -](?:(?:de|del|la|di|and|e)[ -])?[A-ZÀ-Þ][\w'’-]+){0,3}"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]+"
_PUBLISHERS = (
    r"(?m:^(?i:Luxembourg\sBusiness\sRegisters)|^Companies House$|^Companies Registration Office(?=$|,)|"
    r"(?:^|(?<=RBO ))Central Register of Beneficial Ownership"
    r"(?: of Companies and Industrial (?:&|and) Provident Societies)?(?: \(RBO\))?|"
    r"^(?i:Malta Business Registry)$|^Registerbehörde\sbeim\sBundesminister(?:ium)?\sfür\sFinanzen|"
    r"^Bundesanzeiger Verlag GmbH(?=$| als registerf)|"
    r"^(?:FOD Financiën|SPF Finances)(?=\s[-–·]))|(?<=sociétés,\s)Luxembourg\sBusiness\sRegisters"
)
"""Those who publish registers, on a row of their own or at the begin of their imprint, wherever it stands."""
_FINANCES = over_lines(
    r"(?i:Federale\sOverheidsdienst\sFinanci[ëe]n|FOD Financi[ëe]n|Service\spublic\sfédéral\sFinances|SPF Finances)|"
    r"(?i:Föderaler\sÖffentlicher\sDienst\sFinanzen|FÖD\sFinanzen|Direction\sgénérale\sdes\sfinances\spubliques)|"
    r"(?i:Administration\sde\sl['’]enregistrement,\sdes\sdomaines\set\sde\sla\sTVA|"
    r"Administration\sdes\scontributions\sdirectes|(?:Office\sof\sthe\s)?Revenue\sCommissioners)|"
    r"Bundeszentralamt für Steuern|Eidgenössische Steuerverwaltung|Administration fédérale des contributions|"
    r"Bundesministerium (?:für|der) Finanzen|Irish Tax and Customs|Internal Revenue Service|Agencia Tributaria|"
    r"Agenzia delle Entrate|(?i:Malta Tax and Customs Administration|Commissioner for (?:Revenue|Tax and Customs))|"
    r"Belastingdienst|HM Revenue (?:&|and) Customs|HMRC"
)
_REGISTERS_NAMES = (
    r"FOD Economie(?:, K\.?M\.?O\.?,? Middenstand (?:en|&) Energie)?|"
    r"SPF [EÉ]conomie(?:, P\.?M\.?E\.?,? Classes moyennes (?:et|&) [EÉ]nergie)?|"
    r"(?i:UBO-register)|Registre UBO|(?i:Registre des bénéficiaires effectifs)|"
    rf"Transparenzregister|(?m:^F(?:irmenbuch|IRMENBUCH)\b)|"
    rf"(?i:Registre (?:national )?d[eu] commerce et des sociétés)(?:{_TOWNS})?|(?m:^K[Vv]K$)|(?m:^INPI\b)|"
    r"(?m:^(?:[A-Z]\w+ ){1,2}(?:Business|Companies|Commercial|Trade|Company) Regist(?:ry|er|rar)(?: Office)?$)"
)
_LOCAL_OFFICES = (
    r"(?m:^(?:Hauptzollamt|Zollamt|Kantonales Steueramt|Steueramt|Steuerverwaltung|"
    r"Service des impôts|Service de la TVA|Centre des impôts|Bureau de recette)\b[^\n,;:|0-9]{0,60}$)"
)
"""Where nobody above them is named."""
_MINISTRIES = (
    r"(?m:^(?:Ministère|MINISTÈRE|Ministerie|MINISTERIE|Ministerium|Ministry)\s"
    r"(?:d[eu]s?\s|de\sl['’]|van\s|für\s|de[rs]\s|of\s)"
    r"[^\n,;:|0-9]{3,60}?(?=\s{2}|\t|$))"
)
_COUNTRYS = r"(?:[A-ZÀ-Þ][\w'’-]+\s){1,3}"
_REGISTERS_ABROAD = (
    # On a row of its own, with the country, the town or the word that makes it the register of a state.
    rf"(?m:^{_COUNTRYS}(?:Court|Commercial|Companies|Company|Business|Trade|Enterprise|Mercantile)\s"
    r"Regist(?:er|ry|rar)(?:\sOffice)?$)|"
    r"(?m:^(?:NATIONAL|CENTRAL|STATE|FEDERAL|[A-Z]{4,}(?:IAN|ISH|ESE|CH))\s(?:COURT|COMMERCIAL|COMPANIES|COMPANY|BUSINESS|"
    r"TRADE|ENTERPRISE|MERCANTILE)\sREGIST(?:ER|RY)$)|"
    rf"(?m:^(?:The\s)?(?:Mercantile|Commercial|Companies|Company|Business|Trade|Enterprise)\sRegist(?:er|ry)\s(?:Office\s)?"
    rf"(?:of|for)\s(?:the\s)?(?:Republic\sof\s|Canton\sof\s|City\sof\s)?{_PLACE}$)|"
    rf"(?m:^(?:The\s)?Register\sof\s(?:Companies|Enterprises|Entrepreneurs|Legal\sEntities)\sof\s(?:the\s)?{_PLACE}$)|"
    rf"(?m:^(?:Registro\sMercantil|Cámara\sde\sComercio|Camera\sdi\sCommercio|Conservatória\sdo\sRegisto\sComercial)"
    rf"(?:\s(?:Central|Provincial))?(?:[ ,](?:de|di|do|da|dell['’]|Industria)[^\n:;0-9]{{2,60}})?$)|"
    rf"(?m:^Chamber\sof\sCommerce(?:,?\s(?:Industry|Crafts|Agriculture|and|Trade|Artisanship)){{0,6}}\s(?:of|for|in)\s{_PLACE}$)|"
    r"(?m:^(?:Registro\sdelle\sImprese|Krajowy\sRejestr\sS[ąa]dowy|Bolagsverket|Erhvervsstyrelsen|"
    r"Br[øo]nn[øo]ysundregistrene|(?:The\s)?Br[øo]nn[øo]ysund\sRegister\sCentre|Danish\sBusiness\sAuthority|"
    r"Patentti-\sja\srekisterihallitus|Finnish\sPatent\sand\sRegistration\sOffice|"
    r"Oficiul\sNa[țţt]ional\sal\sRegistrului\sComer[țţt]ului|(?:Cypriot\s)?Department\sof\s(?:the\s)?Registrar\sof\sCompanies"
    r"[^\n:;0-9]{0,60}|Accounting\sand\sCorporate\sRegulatory\sAuthority|Jersey\sFinancial\sServices\sCommission|"
    r"(?:Delaware\s)?Division\sof\sCorporations)$)|"
    rf"(?:(?:Landes|Handels|Kreis|Bezirks)gericht|Amtsgericht){_TOWNS}(?=\s(?:führt|bestätigt|bescheinigt|beurkundet)\b)"
)
_REGISTERS = (
    r"(?i:Kruispuntbank\s{1,3}van\s{1,3}Ondernemingen|Banque-Carrefour\s{1,3}des\s{1,3}Entreprises|"
    r"Crossroads\s{1,3}Bank\s{1,3}for\s{1,3}Enterprises)|"
    r"(?i:Zentrale Datenbank der Unternehmen|(?:Netherlands )?Chamber of Commerce|Kamer van Koophandel)|"
    r"(?i:Registrar of Companies(?: for (?:England and Wales|Scotland|Northern Ireland))?|"
    r"Companies Registration Office)|"
    r"(?i:Nationale Bank van België|Banque nationale de Belgique)|"
    rf"(?:[Gg]riffie van de [Oo]|O)ndernemingsrechtbank(?: (?:van|te))?{_TOWNS}|"
    rf"(?:GRIFFIE VAN DE )?ONDERNEMINGSRECHTBANK (?:VAN |TE )?{_CAPITALS}(?:,? (?:AFDELING|AFD\.) {_CAPITALS})?|"
    rf"TRIBUNAL DE L['’]ENTREPRISE (?:D[EU] |D['’])?{_CAPITALS}(?:,? DIVISION (?:DE )?{_CAPITALS})?|"
    rf"(?:[Gg]reffe du )?[Tt]ribunal (?:de l['’][Ee]ntreprise|de [Cc]ommerce|"
    rf"des [Aa]ctivités [ÉéEe]conomiques){_TOWNS}|"
    r"GREFFE DU TRIBUNAL DE COMMERCE(?: D[EU]['’ ]?\s?[A-Z-]+)?|"
    rf"Amtsgerichts?{_TOWNS}(?: \([A-ZÄÖÜ]\w+\))?|Amtsgericht \([A-ZÄÖÜ]\w+\)|"
    r"(?<=des )Amtsgerichts\n(?!HR[AB]\b|Abteilung|Ausdruck)[A-ZÄÖÜ][a-zäöüß]+"
    r"(?: (?:am|an der|im) [A-ZÄÖÜ][a-zäöüß]+)?(?=\n)|"
    rf"Firmenbuchgericht{_TOWNS}|(?<=ÖSTERREICH [–-] )(?:Landes|Handels)gericht{_TOWNS}|"
    rf"(?:(?<=zuständiges Gericht )|(?<=zuständiges Gericht: ))(?:Landes|Handels)gericht"
    rf"(?: für (?:ZRS|Zivilrechtssachen|Handelssachen))?{_TOWNS}|"
    r"(?i:Secretary\s{1,2}of\s{1,2}State\s{1,2}of\s{1,2}the\s{1,2}(?:State|Commonwealth)\s{1,2}of\s{1,2}[a-z]+)|"
    rf"(?m:^)(?:Handelsregister|Registre du commerce|Firmenbuch) (?:des Kantons|du canton d[eu']|Kanton) ?{_TOWNS}|"
    rf"Handelsregisteramt(?: (?:des )?Kantons?)?(?: (?:St|Ste)\.)?{_TOWNS}|"
    rf"(?i:registre\sdu\scommerce\sdu\scanton\sd[eu]){_TOWNS}|"
    rf"Finanzamt{_TOWNS}(?: [IVX]{{1,3}}\b)?|(?i:Luxembourg Business Registers|Companies House|Infogreffe)|"
    r"INSEE|(?m:^Insee(?=\s|$))|"
    r"(?i:Institut\snational\sde\sla\s(?:statistique\set\sdes\sétudes\séconomiques|propriété\sindustrielle))",
    # Where none of these is named, the office above them or the register itself.
    _FINANCES,
    _REGISTERS_NAMES,
    _REGISTERS_ABROAD,
    _LOCAL_OFFICES,
    _MINISTRIES,
)
"""Those who keep registers and collect taxes, the more telling first."""
KEEPERS = tuple(re.compile(pattern) for pattern in _REGISTERS)
PUBLISHERS = (re.compile(_PUBLISHERS),)
KEEPERS_OF_TAXES = (re.compile(rf"Finanzamt{_TOWNS}(?: [IVX]{{1,3}}\b)?"), re.compile(_FINANCES), *KEEPERS)
"""A tax office tells of the register in which it found the taxpayer."""
KEEPERS_OF_OWNERS = tuple(re.compile(pattern) for pattern in (_REGISTERS[0], _FINANCES, _REGISTERS_NAMES))
"""Who keeps registers of beneficial owners: no court does. A company's own declaration names the court it is at."""
