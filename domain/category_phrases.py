"""How strangers ask for a merchant category: talk of rankings, shortlists and codes, in the portal's languages.

Patterns over folded text (`domain.addressed_to_machines`). A merchant says what it sells; it has no reason to tell its
reader under what to list it. Rankings of search engines, wines and shops, lists and codes of goods are trades: each
pattern needs a code of ISO 18245, or the reader and the merchant in one request.
"""

import re

from domain.machine_marks import CODE

_OWN_DOING = r"(?<!\bwe )(?<!\bthey )(?<!\bwho )(?<!\bwij )(?<!\bwir )(?<!\bnous )"
_CHOOSE = (
    r"(?:place|put|choose|select|assign|rank|quote|answer|pick|return|take|use|classify|list|override|report|"
    r"zet|plaats|kies|neem|antwoord|rangschik|klasseer|gebruik|mett\w+|place[rz]|choisi\w+|prene\w+|repond\w+|"
    r"classe[rz]?|range[rz]?|indique\w*|setze\w*|wahle\w*|nimm|nehmen|antworte\w*|verwende\w*|ordne\w*)"
)
_BESIDE = (
    r"(?: (?:as|under|with|only|just|us|this|every|each|merchant|business|website|page|the|code|category|number|entry|"
    r"mcc|classification|first|sie|als|onder|met|de|het|unter|mit|den|die|als|comme|sous|en|par|le|la))*"
)
_CATEGORY = (
    r"(?:mcc|merchant (?:category )?code|category code|code of record|category|categorie|kategorie|categoriecode|"
    r"ranking|shortlist|top result|classification|classificatie|klassifizierung|einstufung|rank)"
)
_TOP = (
    r"(?:first|highest|on top|at the top|top|best|nehmen|wahlen|einordnen|setzen|kiezen|nemen|plaatsen|zetten|bovenaan|"
    r"eerst|en premier|en tete|zuerst|an erster stelle|ganz oben)"
)
_DIGIT = r"(?:zero|one|two|three|four|five|six|seven|eight|nine)"
_OTHERS = (
    r"(?! (?:your|uw|jouw|je|votre|vos|ihre?[nrms]?|deine?[nrms]?|part|family|(?:a |an )?(?:partner|friend|extension)))"
)
"""`Consider us as your partner` is no request to a classifier."""
_US = (
    r"(?:us|me|our (?:shop|company|business|firm|website|site|page|account)|this (?:shop|company|business|firm|website|"
    r"site|page|merchant|customer|applicant))"
)
_RANK_NL = (
    r"(?:rangschikken|klasseren|classificeren|catalogeren|beschouwen|behandelen|indelen|in te delen|onderbrengen|"
    r"onder te brengen|in te schrijven|opnemen|op te nemen)"
)

CODED = re.compile(
    "|".join(
        (
            rf"{_OWN_DOING}\b{_CHOOSE}{_BESIDE}\W{{1,3}}{CODE}",
            rf"(?:\b(?:our|the|onze|ons|de|het|notre|nos|le|la|unser\w*|der|"
            rf"die) )?\b{_CATEGORY}(?: \w+){{0,3}}\W{{1,3}}{CODE}",
            rf"\b(?:correct|right|true|real|actual|proper|juiste|ware|echte|richtige|wahre|bonne|vraie) "
            rf"(?:answer|activity|category|code|antwoord|activiteit|antwort|tatigkeit|reponse|activite)"
            rf"(?: \w+){{0,5}}\W{{1,4}}{CODE}",
            rf"\bour code(?: \w+){{0,4}}\W{{1,3}}{CODE}",
            rf"{CODE}(?: \w+){{0,3}} {_TOP}\b",
            rf"[<>{{\[]\s*{CODE}\s*[}}\]<>]",
        )
    )
)
"""Counts if one of its four digits is a category's."""

ASKING = re.compile(
    "|".join(
        (
            # To treat the merchant as something.
            rf"{_OWN_DOING}\b(?:treat|list|file|rank|class|classify|categori[sz]e|consider|regard|place|put|sort) {_US}"
            rf"(?: \w+)? (?:as|under|among|amongst|with the)\b{_OTHERS}",
            rf"\bons (?:\w+ ){{0,2}}?(?:als|onder|bij|tussen)\b{_OTHERS}(?: \w+){{1,5}}? (?:te )?{_RANK_NL}\b",
            rf"{_OWN_DOING}\b(?:rangschik|klasseer|classificeer|catalogeer|beschouw|behandel|deel) ons"
            rf"(?: \w+){{0,2}}? (?:als|onder|bij|in)\b{_OTHERS}",
            rf"\bnous (?:ranger|classer|considerer|traiter|repertorier|placer|mettre) (?:parmi|comme|dans|sous|en|chez)"
            rf"\b{_OTHERS}",
            rf"\b(?:rangez|classez|considerez|traitez|placez|repertoriez)[- ]nous (?:parmi|comme|dans|sous|"
            rf"en)\b{_OTHERS}",
            rf"\b(?:ordnen|stufen|fuhren|behandeln|betrachten|klassifizieren|listen|reihen) sie uns(?: \w+){{0,2}}? "
            rf"(?:bei|als|unter|in)\b{_OTHERS}",
            rf"\b(?:ordne|stufe|fuhre|behandle|betrachte|klassifiziere|liste) uns(?: \w+){{0,2}}? (?:bei|als|unter|in)"
            rf"\b{_OTHERS}",
            rf"\buns(?: \w+){{0,2}}? (?:bei|als|unter)\b{_OTHERS}(?: \w+){{1,5}}? (?:einzuordnen|einzustufen|zu fuhren|"
            r"zu behandeln|zu betrachten)\b",
            # To put something first.
            rf"{_OWN_DOING}\b(?:put|place|rank|keep|move)(?! (?:your|you)\b)(?: [\w-]+){{1,6}}? (?:first|"
            rf"highest|on top|"
            r"at the top|top)(?: \w+)? (?:in|of|on) your (?:ranking|shortlist|list|answer)\b",
            r"\bwhen ranking\W+(?:quote|put|place|rank|choose|use|answer|start|take|pick)\b",
            r"\b(?:in|for) (?:the |your )?ranking(?: purposes)?\W+(?:the )?[\w ]{1,40}? (?:goes|comes|belongs|must go|"
            r"should go|should come) (?:on top|first|at the top)",
            # Who says so.
            r"\bthe (?:compliance )?(?:officer|team|reviewer|analyst) (?:has|have) (?:\w+ )?(?:confirmed|approved|"
            r"verified|decided|classified)\b[^.;\n]{0,120}?\b(?:category|mcc|this merchant|classification|risk)\b",
            rf"\b(?:assigned|code|category|mcc|answer|rank)(?: \w+){{0,3}}? {_DIGIT}(?:[ -]{_DIGIT}){{3}}\b",
            rf"(?:(?<=[.!?\n] )|(?<=\n)|^)(?:assistant|classifier|reviewer|algorithm|model|ranker|modell?e?|"
            rf"ai)\s*[,:] ?"
            rf"(?:please |bitte |gelieve |veuillez )?{_CHOOSE}\b",
            r"\b(?:dear|hello|beste|liebe[rs]?|chere?|hi|hey) (?:ai|algorithm|algoritme|algorithmus|algorithme|"
            r"classifier|"
            r"(?:automated |machine )?(?:reader|reviewing) system|bot|language model|assistant ai)\b",
            # What the text before it is.
            r"\b(?:everything|all|anything|text|words?)(?: \w+){0,2} (?:before|above) this (?:line|sentence|point)\b",
            r"\b(?:prior|previous|preceding|above) text (?:is )?(?:void|invalid|wrong|a test)\b",
            r"\b(?:bovenstaande|voorgaande) tekst is (?:een test|ongeldig|fout)\b",
            r"\b(?:der )?(?:obige|vorherige) text ist (?:ein test|ungultig|falsch)\b",
            r"\bignore[zr]? ce qui (?:precede|(?:\w+ ){1,2}?(?:plus haut|ci-dessus|avant))\b",
        )
    )
)
