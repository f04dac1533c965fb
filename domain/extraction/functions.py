"""The functions of those who lead a company, in four languages, as `domain.extraction.blocks.plain` writes them."""

import re

from domain.extraction.blocks import plain

_FUNCTIONS = """
    gedelegeerd bestuurder, gedelegeerd-bestuurder, afgevaardigd bestuurder, onafhankelijk bestuurder,
    niet-uitvoerend bestuurder, uitvoerend bestuurder, statutair bestuurder, niet-statutair bestuurder, enige
    bestuurder, enig bestuurder, enige zaakvoerder, statutair zaakvoerder, niet-statutair zaakvoerder, niet
    statutair zaakvoerder, niet statutair bestuurder, enig aandeelhouder-bestuurder, zelfstandig bevoegd bestuurder,
    algemeen directeur, statutair directeur, voorzitter van de raad van bestuur, bestuurder-directeur, voorzitter,
    bestuurder, bestuurster, bestuursters, bestuurders, zaakvoerder, zaakvoerders, zaakvoerster, directeur,
    dagelijks bestuurder, vaste vertegenwoordiger, vast vertegenwoordiger, lid van de raad van bestuur, algemeen
    bestuurder, persoon belast met het dagelijks bestuur, bestuurder (statutair), voorzitter raad van bestuur,
    directeur-generaal, administrateur delegue, administrateur-delegue, administratrice deleguee,
    administratrice-deleguee, administrateur unique, administratrice unique, administrateur independant,
    administrateur, administratrice, administrateurs, administratrices, co-gerant, cogerant, co-gerante, gerant,
    gerante, gerants, gerantes, gerant unique, gerant statutaire, gerante unique, gerant non statutaire,
    president-directeur general, president directeur general, presidente-directrice generale, president du conseil
    d'administration, presidente du conseil d'administration, president, presidente, directeur general delegue,
    directrice generale deleguee, directeur general, directrice generale, delegue a la gestion journaliere, deleguee
    a la gestion journaliere, representant permanent, representante permanente, membre du conseil d'administration,
    pdg, membre du directoire, president du directoire, administrateur executif, geschaftsfuhrender gesellschafter,
    gesellschafter-geschaftsfuhrer, alleiniger geschaftsfuhrer, alleinige geschaftsfuhrerin,
    einzelvertretungsberechtigter geschaftsfuhrer, geschaftsfuhrer, geschaftsfuhrerin, geschaftsfuhrerinnen,
    vorstandsvorsitzender, vorstandsvorsitzende, vorsitzender des vorstands, vorstandsmitglied, mitglied des
    vorstands, mitglied des verwaltungsrats, vorstand, vorstande, delegierter des verwaltungsrats,
    verwaltungsratsmitglied, verwaltungsrat, geschaftsfuhrer/in, geschaftsfuhrern, vorstandsmitgliedern,
    vorstandsmitglieder, geschaftsfuhrer(in), sprecher der geschaftsfuhrung, vorsitzender der geschaftsfuhrung,
    delegiertes verwaltungsratsmitglied, standiger vertreter, managing director, executive director, non-executive
    director, non executive director, sole director, independent director, statutory director, chief executive
    officer, chief executive, ceo, chairman of the board, chairwoman of the board, chairman, chairwoman,
    chairperson, chair of the board, board member, member of the board, member of the board of directors, director,
    directors, corporate director, permanent representative, director general, general manager, managing partner,
    manager, managers, nominee director, company director, verwaltungsratsprasident, verwaltungsratsprasidentin,
    verwaltungsratsvorsitzender, verwaltungsratsvorsitzende, prasident des verwaltungsrats, prasidentin des
    verwaltungsrats, prasident des verwaltungsrates, prasidentin des verwaltungsrates, vizeprasident des
    verwaltungsrats, vizeprasidentin des verwaltungsrats, mitglied des verwaltungsrates, mitglied der
    geschaftsleitung, vereinsprasident, vereinsprasidentin, stiftungsratsprasident, stiftungsratsprasidentin,
    stiftungsrat, stiftungsratin, mitglied des stiftungsrats, mitglied des stiftungsrates, penningmeester,
    ondervoorzitter, vice-voorzitter, secretaris-penningmeester, tresorier, tresoriere, vice-president,
    vice-presidente, secretaire-tresorier, schatzmeister, schatzmeisterin, kassier, kassierin, kassenwart,
    kassenwartin, treasurer, honorary treasurer, vice-chair, deputy chair, prasident, prasidentin,
    vizeprasident, vizeprasidentin, member of the management board, member of the executive board, chairman of the
    management board, president of the management board, president of the board, member of the board of management,
    vice-president of the management board, lid van de directie, lid van het bestuur, membre de la gerance,
    mitglied der geschaftsfuhrung, prasident der geschaftsleitung, vorsitzender der geschaftsleitung,
    cogerants, co-gerants, cogerante, cogerantes, co-gerantes, medezaakvoerder, medezaakvoerders, medebestuurder,
    beherend vennoot, beherende vennoten, associe commandite, associes commandites, komplementar,
    personlich haftender gesellschafter
"""
FUNCTION_LABELS = (
    _FUNCTIONS
    + """
    , bestuurder(s), zaakvoerder(s), naam van de bestuurder(s), administrateur(s), gerant(s), namen bestuurders,
    director(s), noms des administrateurs, gedelegeerd bestuurders, administrateurs delegues, managing directors,
    bestuurder a, bestuurder b, bestellt als vorstand, bestellt als geschaftsfuhrer, geschaftsfuhrer(innen), nicht
    mehr geschaftsfuhrer,
    names of directors, namen der geschaftsfuhrer, name of director, name of the director, name of manager,
    name of the manager, naam van de bestuurder, naam van de zaakvoerder, naam bestuurder, naam zaakvoerder, nom du
    gerant, nom de l'administrateur, name des geschaftsfuhrers
"""
)
NO_DIRECTORS = """
    secretary, company secretary, prokurist/in, prokurist/innen, prokurist(in), prokurist, prokuristin, prokuristen,
    prokura, einzelprokura, gesamtprokura,
    commissaris, revisor, procuratiehouder, procuratiehouders, fonde de pouvoir, commissaire aux comptes titulaire,
    commissaire aux comptes suppleant, liquidateur, vereffenaar, liquidator, aufsichtsrat, mitglied des
    aufsichtsrats, vorsitzender des aufsichtsrats, raad van commissarissen, commissaire aux comptes, nicht mehr
    geschaftsfuhrer, nicht mehr vorstand, ausgeschieden, former director, gewezen bestuurder, ontslagnemend
    bestuurder, voormalig
    bestuurder, ancien gerant, ancien administrateur, resigned directors, previous directors, supervisory board,
    conseil de surveillance, membre du conseil de surveillance, commissaire-reviseur, former directors, bijzonder
    gevolmachtigde, gevolmachtigden, supervisory board members, supervisory board member,
    supervisory director, supervisory directors, member of the supervisory board, mitglieder des aufsichtsrats,
    mitglieder des aufsichtsrates, aufsichtsratsmitglied, aufsichtsratsmitglieder, membres du conseil de
    surveillance, leden van de raad van commissarissen, personne(s) chargee(s) du controle des comptes, personne
    chargee du controle des comptes, controle des comptes, proxy holders, ancien president, kommanditist,
    kommanditistin, kommanditisten, kommanditist(en), commanditaire vennoot, commanditaire vennoten, stille vennoten,
    associe commanditaire, associes commanditaires, limited partner, limited partners
"""
_AUDITORS = """
    commissarissen, bedrijfsrevisor, bedrijfsrevisoren, reviseur d'entreprises, commissaires aux comptes, auditor,
    auditors, wirtschaftsprufer, abschlussprufer, proxy holder, griffier, greffier, greffiere, rechtspfleger,
    rechtspflegerin, urkundsbeamter, urkundsbeamtin, justizangestellte, justizsekretarin, justizbeschaftigte, registrar,
    office manager, account manager, key account manager, relationship manager, project manager, sales manager, branch
    manager, store manager, shop manager, hr manager, finance manager, operations manager, service manager, case
    manager, team manager, kantoordirecteur, directeur d'agence, directrice d'agence,
    clerk, court clerk, registrar of companies, notaris, notaire, notar, notarin, notary, notary public
"""

_LEAD_NOTHING = f"{NO_DIRECTORS}, {_AUDITORS}"
_LONGEST_FIRST = "|".join(
    re.escape(phrase).replace(r"\ ", r"\s{1,3}")
    for phrase in sorted(
        {item.strip() for item in " ".join(_FUNCTIONS.split()).split(",")}, key=lambda item: -len(item)
    )
)
FUNCTION = re.compile(rf"(?<![\w-])(?:{_LONGEST_FIRST})(?![\w-])")
"""One function in plain text."""
MAY_NAME_A_FUNCTION = re.compile(
    r"stuur|zaakvo|voorzit|direct|adminis|geran|presid|pdg|vorst|schaftsf|verwalt|manag|chair|ceo|vertege|repres|"
    r"komplem|haftend|beherend|commandit|chief|deleg|prasid|mitglied|stiftungsr|penning|tresor|schatzm|kassier|kassenw|treasur"
)
_OTHERS = re.compile(
    rf"(?<![\w-])(?:{'|'.join(re.escape(' '.join(item.split())) for item in _LEAD_NOTHING.split(','))})(?![\w-])"
)


def names_no_director(text: str) -> bool:
    """Whether plain text names a function that leads nothing: secretary, auditor, Prokurist, one who has left."""
    return _OTHERS.search(text) is not None


_PLURALS_WORDS = (
    "geschaftsfuhrern vorstandsmitgliedern vorstandsmitglieder bestuurders zaakvoerders administrateurs "
    "administratrices gerants gerantes bestuursters directors managers cogerants co-gerants cogerantes co-gerantes "
    "medezaakvoerders"
)

PLURALS = frozenset(_PLURALS_WORDS.split())

_SINGULARS = {"vorstandsmitgliedern": "Vorstandsmitglied", "vorstandsmitglieder": "Vorstandsmitglied"}

_BODIES = frozenset({"vorstande", "geschaftsfuhrerinnen", "verwaltungsrat"})

HAVE_LEFT = re.compile(
    r"\b(?:ontslag|ontslagen|ontslagnemend|d[ée]mission|d[ée]missionnaire|abberufen(?! werden)|ausgeschieden|"
    r"resign(?:ed|ation)|ceased|cess[ée]e?|radi[ée]e?|gel[öo]scht|erloschen|partante?|sortante?|uitgeschreven|terminated|"
    r"r[ée]vocation|nicht mehr|be[ëe]indigd|uitgetreden|"
    r"ten einde (?:gekomen|gelopen)|niet (?:wordt )?(?:verlengd|hernieuwd)|pris fin|"
    r"(?:non|pas) renouvel[ée]e?|(?<!être )(?<!etre )(?<!être\n)r[ée]voqu[ée]e?s?|"
    r"(?:Amt|Mandat|Funktion)\b[^.;\n]{0,60}\bniedergelegt|niedergelegt (?:am|zum|per)|ausgelaufen|stepped down|"
    r"(?:has|have) (?:expired|ended)|(?<!is )(?<!be )vacated|ontheven)\b",
    re.IGNORECASE,
)
"""What has happened. A clause on how a mandate may end says it of those who serve: `qui ne peut être révoqué que …`."""


def singular(function: str) -> str | None:
    """The function that a label names, of one of those who are listed below it."""
    match = FUNCTION.search(plain(function))
    if match is None or match[0] in _BODIES:
        return None
    written = function[slice(*match.span())]
    return _SINGULARS.get(match[0], written[:-1]) if match[0] in PLURALS else written
