"""Labels that are composed of known words, so that not each writing of them need be listed.

`Volledige naam van de rechtspersoon`, `Dénomination légale de la société`, `Eingetragener Sitz der Firma`: a word for a
name, an address or a form, with words that qualify it or say whose it is. A bare `Naam` or `Adresse` is none of these.
"""

import re

_OF_NL = r"(?: (?:(?:van|v\.d\.|der)(?: (?:de|het|uw))? )?(?:betrokken |geregistreerde )?"
_OF_FR = r"(?: (?:de |du |d')(?:la |l'|le |votre )?"
_OF_DE = r"(?: (?:der|des|von|am) (?:eingetragenen |rechtlichen |juristischen )?"
_OF_EN = r"(?: of (?:the |your )?(?:registered |legal )?"
_COMPANY_NL = r"(?:vennootschap|onderneming|entiteit|rechtspersoon|organisatie|bedrijf|zaak|firma|maatschappij|bv|nv)"
_COMPANY_FR = r"(?:societe|entreprise|entite|personne morale|organisme|organisation|structure)"
_COMPANY_DE = (
    r"(?:gesellschaft|firma|unternehmens?|korperschaft|rechtseinheit|einheit|person|organisation|vereinigung|betriebs|"
    r"rechtstragers)"
)
_COMPANY_EN = r"(?:company|business|entity|firm|organi[sz]ation|undertaking|corporation|enterprise)"
_QUALIFIED_NL = (
    r"(?:volledige|officiele|statutaire|huidige|wettelijke|maatschappelijke|juridische|geregistreerde|exacte)"
)
_QUALIFIED_FR = r"(?: (?:sociale?|legale?|complete?|officiel(?:le)?|juridique|exacte?|statutaire))"
_QUALIFIED_DE = (
    r"(?:vollstandige[rs]?|eingetragene[rs]?|offizielle[rs]?|genaue[rs]?|rechtliche[rs]?|registrierte[rs]?|"
    r"inlandische[rs]?|aktuelle[rs]?)"
)
_QUALIFIED_EN = r"(?:full|exact|legal|registered|official|corporate|statutory|client(?:'s)?)"
_BEHIND_FR = r"(?: (?:concernee|immatriculee|declarante|cliente|requerante))"

_COMPANY = (
    rf"(?:{_QUALIFIED_NL} )*(?:naam|benaming|identiteit){_OF_NL}{_COMPANY_NL})",
    rf"(?:{_QUALIFIED_NL} )+(?:naam|benaming|firmanaam|bedrijfsnaam)",
    rf"(?:denomination|raison|nom|appellation|designation|identite){_QUALIFIED_FR}*{_OF_FR}{_COMPANY_FR}){_BEHIND_FR}?",
    rf"(?:denomination|raison|nom|appellation){_QUALIFIED_FR}+",
    rf"nom commercial et (?:raison|denomination){_QUALIFIED_FR}+",
    r"raison sociale (?:et|ou|/) (?:nom|enseigne)",
    rf"{_COMPANY_FR}{_BEHIND_FR}",
    rf"(?:{_QUALIFIED_DE} )*(?:name|firma|firmenname|bezeichnung|firmenwortlaut){_OF_DE}{_COMPANY_DE})",
    rf"(?:{_QUALIFIED_DE} )+(?:firmenname|name|firma|bezeichnung)",
    r"(?:unternehmens|gesellschafts|firmen)(?:bezeichnung|name)",
    rf"(?:{_QUALIFIED_EN} )*name{_OF_EN}{_COMPANY_EN})",
    rf"{_COMPANY_EN}(?:'s)? (?:{_QUALIFIED_EN} )*name",
    rf"(?:{_QUALIFIED_EN} ){{2,3}}name",
    rf"client(?:'s)? (?:{_QUALIFIED_EN} )+name",
    rf"{_COMPANY_EN} \((?:{_QUALIFIED_EN} )+name\)",
    r"bedrijf|handelsname",
    r"appellation",
)
_FORM = (
    rf"(?:soort|type|aard|vorm){_OF_NL}{_COMPANY_NL})",
    r"(?:juridische|wettelijke) (?:vorm|structuur)|vennootschapstype",
    rf"(?:forme|statut|structure|nature|categorie) (?:juridique|legale|sociale)(?:{_OF_FR}{_COMPANY_FR}))?",
    rf"(?:forme|type){_OF_FR}{_COMPANY_FR})",
    r"(?:rechtliche|juristische) form|rechtskleid",
    r"art (?:der|des) (?:gesellschaft|unternehmens|rechtseinheit|korperschaft)",
    r"(?:legal|corporate|company|entity) (?:form|type|structure|category)",
    rf"(?:type|form|category){_OF_EN}{_COMPANY_EN})",
)
_ADDRESS = (
    r"(?:(?:officieel|statutair|wettelijk|geregistreerd|ingeschreven|zakelijk) )+adres",
    rf"(?:volledig )?adres{_OF_NL}(?:maatschappelijke |statutaire )?"
    rf"(?:{_COMPANY_NL}|zetel|hoofdzetel|hoofdkantoor|hoofdvestiging))",
    r"(?:maatschappelijke |statutaire )?zetel gevestigd te|gevestigd te(?=\s?(?::|$))|"
    r"(?:correspondentie)?adres en zetel|correspondentieadres en zetel",
    r"siege(?: social)? (?:situe|etabli|sis|fixe)(?: a| au)?|etablie? a(?=\s?(?::|$))",
    rf"(?:adresse|siege|domicile) (?:sociale?|legale?|officielle?|statutaire|juridique)"
    rf"(?:{_OF_FR}(?:{_COMPANY_FR}|siege(?: social)?)))?",
    r"(?:lieu|adresse|localisation) du siege(?: social)?",
    rf"(?:{_QUALIFIED_DE} )+(?:sitz|anschrift|adresse|geschaftsanschrift|geschaftsadresse)(?:{_OF_DE}{_COMPANY_DE}))?",
    rf"(?:sitz|anschrift|adresse|geschaftsanschrift){_OF_DE}"
    rf"(?:{_COMPANY_DE}|firmensitzes|sitzes|hauptsitzes|hauptniederlassung))",
    r"(?:anschrift|adresse) \(sitz\)|betriebsstatte / sitz",
    rf"(?:(?:company's|the company's|{_COMPANY_EN}) )?"
    r"(?:official |legal |statutory |corporate |registered |principal )+"
    rf"(?:office|address|seat|place of business|head office)(?: address)?(?:{_OF_EN}{_COMPANY_EN}))?",
    rf"(?:address|seat|location) of (?:the )?(?:registered |principal |head |statutory )*(?:office|seat|{_COMPANY_EN})",
)
_GRAMMARS = {
    meaning: re.compile(rf"(?:{'|'.join(wordings)})(?![\w'-])")
    for meaning, wordings in (("company", _COMPANY), ("legal_form", _FORM), ("registered_address", _ADDRESS))
}
"""Of the wordings of a meaning the first that fits counts: the longer stand before those that begin them."""


def composed_label(text: str, at: int) -> tuple[str, int] | None:
    """The meaning and the end of the composed label with which plain text begins at a place; None if none does."""
    found = ((meaning, grammar.match(text, at)) for meaning, grammar in _GRAMMARS.items())
    return max(((meaning, match.end()) for meaning, match in found if match), key=lambda one: one[1], default=None)
