"""How sentences that are addressed to a machine are worded, in the portal's languages and in mixtures of them.

Patterns over folded text (`domain.addressed_to_machines`): lower-case, without accents, tricks undone. Each names what
a merchant has no reason to tell a reader: what to do with instructions, who the reader is, and how to classify, rate,
approve or not to report the merchant. Words that trades use (instructions, prompts, agents, rules, flags, risk) never
suffice by themselves.
"""

import re

_GAP = r"[^\w.!?]{1,12}"
"""Between two words of one sentence."""


def _near(*words: str, most: int = 4) -> str:
    """The words in this order, with at most so many others between each two."""
    return rf"(?:{_GAP}\w+){{0,{most}}}?{_GAP}".join(f"(?:{word})" for word in words)


_SET_ASIDE = (
    r"\b(?:ignor(?:e|es|ed|ing|er|ez|eer|eren|iere|ieren)|disregard(?:ing)?|forget|override|bypass|overrule|"
    r"negeer|negeert|negeren|vergeet|vergeten|missacht\w*|vergiss|vergessen|uberschreibe\w*|"
    r"oublie|oubliez|oublier|neglige\w*|abstraction|(?:tiens|tenez|tenir) (?:pas )?compte|"
    r"(?:do not|don'?t|stop|no longer) follow\w*|pay no attention to|"
    r"(?:nicht|niet) (?:beachten|befolgen|volgen)|befolge\w* nicht|volg niet)\b"
)
_EARLIER = (
    r"\b(?:previous|prior|above|earlier|preceding|foregoing|former|initial|original|system|developer|your|"
    r"vorige|voorgaande|bovenstaande|eerdere|vorherige\w*|vorige\w*|obige\w*|oben|bisherige\w*|fruhere\w*|"
    r"vorangegangene\w*|precedente?s?|anterieure?s?|dessus|initiale?s?|systeme|uw|jouw|vos|votre|deine[rn]?|ihre[rn]?)\b"
)
_INSTRUCTIONS = (
    r"\b(?:instructions?|prompts?|directives?|commands?|guidelines|programming|consignes?|instructies?|"
    r"opdrachten|anweisung(?:en)?|instruktionen|befehle|vorgaben|systemprompt|systeemprompt)\b"
    r"(?!\s+(?:manual|book|leaflet|video|card|sheet|engineer))"
)
_RULES = r"\b(?:rules|regels|regeln|regles|aanwijzingen|ordres|context|messages?|texts?|texte|tekst)\b"
_EARLIER_STRICTLY = (
    r"\b(?:previous|prior|above|preceding|foregoing|system|vorige|voorgaande|bovenstaande|vorherige\w*|obige\w*|"
    r"vorangegangene\w*|precedente?s?|anterieure?s?|dessus)\b"
)
_MACHINE = (
    r"(?:(?:ai|ki|ia)[- ](?:agents?|assistent|assistants?|crawlers?|reviewers?|systems?|tools?|bots?)|"
    r"(?:artificial|kunstmatige|kunstliche) intelligen\w+|intelligence artificielle|"
    r"ai|a\.i\.|ki|ia|llms?|gpt|chatbots?|bots?|(?:large )?language models?|taalmodel\w*|sprachmodell\w*|"
    r"modeles? de langage|classifiers?|ai assistants?|ai models?|automated (?:system|reviewer|agent)s?)"
)
_THE_MERCHANT = (
    r"(?:merchant|business|company|shop|firm|applicant|customer|case|account|website|application|"
    r"bedrijf|onderneming|handelaar|winkel|zaak|klant|dossier|aanvraag|"
    r"unternehmen|handler|firma|geschaft|betrieb|kunden|antrag|fall|"
    r"commercant|entreprise|societe|marchand|boutique|client|demande)"
)
_THIS = (
    r"(?:this|the|our|us|me|my|dit|deze|ons|onze|de|het|dieses|diesen|diese|das|den|die|uns|unser\w*|"
    r"ce|cette|le|la|nous|notre)"
)
_OWN_DOING = r"(?<!\bwe )(?<!\bthey )(?<!\bwho )(?<!\bwij )(?<!\bwir )(?<!\bnous )"
"""A merchant may well say what it does itself."""
_HARMLESS = r"(?:low|lower|lowest|none|zero|0|minimal|no risk|safe|green|laag|niedrig|gering|faible|bas|nul|minimum)"

_FURTHER = (
    # What to do with what is hidden, and with the text itself; an order in pieces goes on as long as they are short.
    rf"(?:{_SET_ASIDE})[.!…]\W{{0,3}}(?:\w+\W{{1,3}}){{0,2}}?(?:{_INSTRUCTIONS})"
    r"(?:[.!…]+ (?!(?:we|wij|wir|nous|our|onze|unsere?|notre)\b)(?:\w+ ){0,3}\w+(?=[.!…]))*",
    r"\btool[ _](?:result|output|response|call)s?\s*[:=]",
    r"\bofficer'?s? notes?\s*[\])]?\s*(?:\(\w+\)\s*)?[:\]]",
    r"\b(?:propose|list|report|name|give|add)s?(?: \w+){0,4} (?:as )?beneficial_owner\b",
    r"\b(?:decode|reverse|translate|decipher|unscramble)\b.{0,80}?\b(?:obey|carry (?:it|them) out|follow (?:it|them)|"
    r"do (?:as|what) (?:it|they) says?)\b",
    r"\bwhen(?:ever)? you (?:summari[sz]e|classify|process|analy[sz]e) (?:this|the) (?:page|site|website|text|document|"
    r"company|merchant)\b",
    _near(_SET_ASIDE, r"\bcustomer'?s (?:text|answers?|words)\b", most=1),
    _near(r"\b(?:your|uw|jouw|vos|deine[rn]?|ihre[rn]?)\b", _INSTRUCTIONS, _SET_ASIDE, most=1),
    # Which category, in other words.
    r"\b(?:correct|right|proper|juiste|correcte|bon|exact|richtige[rns]?|korrekte[rns]?)(?: \w+)? ?(?:mcc|"
    r"merchant category|category code)\b",
    r"\b(?:as|under|als|onder|unter|comme|sous|en) mcc ?[0-9]{4}\b|\bmcc (?:as|als|comme|zu) ?[0-9]{4}\b",
    rf"\b(?:risk|risico|risiko|risque)(?:[ _-](?:tier|level|score|rating|class|flags?))?\s*[:=]\s*{_HARMLESS}\b",
    r"\b(?:nous|ons|uns) (?:classer|in te delen|einzustufen)\b",
    rf"{_OWN_DOING}\b(?:answer|antwoord|antworte\w*|repond\w*|reply|respond)(?: (?:only|with|just|mit|nur|met|"
    r"par|seulement|uniquement)){0,2} [0-9]{4}(?=\s*(?:[,.;:!)\"»]|$))",
    r"\b(?:model|modele|modell|classifier|dan)(?: \w+){0,2} (?:answers?|lists?|repond\w*|antwoordt|antwortet)"
    r"(?: \w+){0,3} (?:[0-9]{4}\b|[a-z]+_[a-z]+)",
    r"\byour answer\W{1,4}(?:is|=|:)(?=\W)",
    # Which tasks.
    rf"{_OWN_DOING}\b(?:add|create|delete|remove|drop)(?: \w+){{0,2}} (?:follow[- ]up )?tasks?(?: \w+){{0,2}} "
    r"(?:asking|for the customer)\b|\b(?:delete|remove|drop) (?:all|any|every)(?: \w+)? (?:follow[- ]up )?tasks?\b",
    rf"{_OWN_DOING}\b(?:do not|don'?t|never) (?:ask|request)(?: \w+){{0,3}} documents\b",
)
"""Less usual ways of saying the same."""

_PHRASES = (
    # What to do with instructions.
    _near(_SET_ASIDE, _EARLIER, _INSTRUCTIONS),
    _near(_SET_ASIDE, r"\b(?:all|any|every|alle|toutes|tous)\b", _INSTRUCTIONS, most=1),
    _near(_SET_ASIDE, _INSTRUCTIONS, _EARLIER_STRICTLY),
    _near(_EARLIER_STRICTLY, _INSTRUCTIONS, _SET_ASIDE),
    _near(_INSTRUCTIONS, _EARLIER_STRICTLY, _SET_ASIDE),
    _near(_SET_ASIDE, _EARLIER_STRICTLY, _RULES, most=2),
    _near(_SET_ASIDE, _RULES, _EARLIER_STRICTLY, most=2),
    rf"(?:{_SET_ASIDE}){_GAP}(?:everything|anything|all|alles|tout)(?:{_GAP}\w+){{0,2}}?{_GAP}"
    r"(?:above|before this|you (?:were|have been) (?:told|given)|hierboven|hiervoor|oben|davor|ci-dessus|"
    r"ce qui precede)",
    r"\b(?:reveal|print|repeat|output|leak|recite|disclose) (?:the |your )(?:\w+ ){0,2}(?:system )?(?:prompt|"
    r"instructions)\b",
    r"\bnew (?:system )?(?:instructions?|prompt)(?: for the \w+)?\s*[:=]",
    r"\bsystem[- ]?(?:prompt|message|override|instruction|command|update)s?\s*[:=!]",
    # Who the reader is.
    rf"\b(?:you are|you're|je bent|u bent|du bist|sie sind|tu es|vous etes) (?:now|nu|jetzt|nun|ab sofort|maintenant|"
    rf"desormais)(?:{_GAP}\w+){{0,4}}?{_GAP}(?:{_MACHINE}|assistants?|assistent|developer mode|dan|unrestricted|"
    r"jailbroken|model|modell|modele)\b",
    rf"\b(?:if|when|als|wenn|si) (?:you are|you're|je|u|du|sie|tu es|vous etes)(?:{_GAP}\w+){{0,2}}?{_GAP}{_MACHINE}\b",
    r"\bfrom now on,? (?:you (?:are an?|must|shall|will (?:only|always))|always answer|respond|answer|reply|classify)",
    r"\b(?:vanaf nu|ab jetzt|ab sofort|des maintenant|desormais),? (?:ben je|antwoord|classificeer|bist du|antworte|"
    r"klassifiziere|tu es|vous etes|repond\w*|classe\w*)\b",
    r"\b(?:as|being) an? (?:ai|llm|(?:large )?language model|ai (?:model|assistant))(?: (?:model|assistant))?,? "
    r"(?:you|please|do|must|your)\b",
    rf"\b(?:dear|hey|attention|note to|message to|instructions? (?:to|for)|reminder to|beste|opgelet|aan|liebe|achtung|"
    rf"an|chere?|a l'attention de|pour)(?: all| any| the| an| de| het| die| das| alle| l'| la| le| l)* ?'?{_MACHINE}\s*"
    r"(?:[:,!]|reading|that reads|who reads|processing|classifying|evaluating|die dit|das dies|qui lit)",
    r"\b(?:pretend|imagine|act as if) (?:that )?(?:you are|you're|to be)(?: \w+){0,3} (?:ai|assistant|model|officer)\b",
    r"\b(?:enable|enter|activate|switch to) (?:developer|debug|admin|god|jailbreak|dan) mode\b",
    # How to classify, rate, approve or not to report.
    rf"{_OWN_DOING}\b(?:classif(?:y|ies)|categori[sz]e|classificeer|klassifizier\w*|kategorisier\w*|einstufen|"
    rf"classez?|classifie[zr]?|categorise[zr]?)(?: sie)? {_THIS}(?: {_THE_MERCHANT})? (?:as|under|als|onder|in|unter|"
    r"comme|dans|sous|en tant)\b",
    rf"{_OWN_DOING}\b(?:mark|label|treat|rate|score|tag|consider|markeer|beschouw|behandel|bewerte\w*|betrachte\w*|"
    rf"stufe\w*|considere\w*|marque\w*)(?: sie)? {_THIS}(?: {_THE_MERCHANT})? (?:as|als|comme|mit|with)"
    rf"(?: an?| een| ein)? (?:{_HARMLESS}|approved|verified|trusted|compliant|legitimate|goedgekeurd|"
    r"genehmigt|approuve|unbedenklich)\b",
    r"\b(?:set|change|assign|zet|stel|setze|setzen sie|mets|mettez|fixe[zr]?|regle[zr]?)(?: the| its| our| this| de| "
    r"het| den| die| das| le| la)?(?: \w+){0,2} ?(?:risk|risico\w*|risiko\w*|risque|mcc|merchant category)"
    r"(?:[ _-]?(?:tier|level|score|rating|class|code|flags?))?(?: \w+){0,2}? ?(?:to|as|at|op|in op|naar|auf|a|sur|en|="
    rf"|:) ?(?:{_HARMLESS}|[0-9]{{4}})\b",
    rf"{_OWN_DOING}\b(?:set|use|assign|return|output|answer|choose|select|pick|respond|reply|gebruik|kies|verwende\w*|"
    rf"wahle\w*|antworte\w*|antwoord|utilise[zr]?|choisi\w*|repond\w*)(?:{_GAP}\w+){{0,4}}?{_GAP}(?:mcc\w*|merchant "
    rf"category(?: code)?|category code)(?:{_GAP}\w+){{0,2}}?{_GAP}[0-9]{{4}}\b",
    rf"{_OWN_DOING}\bapprove(?: sie)? this {_THE_MERCHANT}\b",
    rf"(?:^|(?<=[.!?:;,\n])|(?<=[.!?:;,] )|\b(?:please|must|should|immediately|automatically|always|just|bitte|"
    r"gelieve|veuillez) )"
    rf"(?:approve|genehmige|genehmigen sie|approuve[zr]?|keur) {_THIS} {_THE_MERCHANT}\b",
    rf"\bkeur(?: {_THIS})? {_THE_MERCHANT}(?: \w+){{0,2}} goed\b",
    r"\b(?:do not|don'?t|never|dont) (?:flag|escalate) (?:this|us|our|any|the|it|anything)\b",
    r"\b(?:do not|don'?t|never|without) (?:rais|add|includ|set|apply|creat|return|output|report)\w*(?: \w+){0,3} "
    r"(?:risk|red|warning)[ _]?flags?\b",
    r"\b(?:remove|clear|delete|drop|suppress|omit) (?:(?:all|any|the|every) )?(?:risk[ _]flags|red flags)\b",
    r"\b(?:markeer|meld|vlag|escaleer) (?:ons|dit|deze|niets|het)(?: \w+){0,2} niet\b|\bgeen (?:risico)?(?:vlaggen|"
    r"vlag|markeringen) (?:geven|toevoegen|plaatsen|zetten)\b|\bvoeg geen risico\w* toe\b",
    r"\b(?:markiere|melde|kennzeichne)(?:n sie)? (?:uns|dies\w*|das|den|nichts)(?: \w+){0,2} nicht\b|\b(?:setze|gib|"
    r"erstelle|vergib)(?:n sie)? keine (?:risiko\w*|warnungen|flags?)\b",
    r"\bne (?:nous |le |la )?(?:signale[zr]?|marque[zr]?|leve[zr]?|ajoute[zr]?)(?: \w+){0,2}? (?:pas|aucune?|rien)\b"
    r"(?: \w+){0,3} ?(?:risque|alerte|marchand|commercant|entreprise|signal\w*|drapeau)?",
    r"\byour (?:answer|response|output|reply|verdict) (?:must|should|has to|shall|will) (?:be|contain|say)\b",
    r"\b(?:respond|answer|reply|output)(?: \w+)? (?:only|exactly|with) (?:with |the |only |exactly )*(?:json|mcc|code|"
    r"[0-9]{4}\b|\{)",
    *_FURTHER,
)

ADDRESSED = re.compile("|".join(f"(?:{phrase})" for phrase in _PHRASES), re.DOTALL)
"""Finds words that are addressed to a machine, in folded text."""

SPELT_OUT = re.compile(r"(?:\b[a-z]\b[ .\-_*]{1,3}){7,}[a-z]\b")
"""Words whose letters stand apart."""
TELLTALE = re.compile(r"ignor|disregard|negeer|instruct|systemprompt|classify|approvethis|anweisung|consigne")
"""What makes such letters more than a heading, once they are put together."""
ENCODED = re.compile(r"[A-Za-z0-9+/]{24,4000}={0,2}")
"""What may be base64, in the text as it stands."""

BACKWARDS = re.compile(r"\b(?:revers\w+|backwards?|achterstevoren|omgekeerd|ruckwarts|umgekehrt|envers)\b")
"""Where this stands, the text is read from its end as well."""
FILLERS = re.compile(
    r"(?:\b(?:please|pls|kindly|and|but|so|also|just|now|therefore|then|always|immediately|would|could|can|must|should|"
    r"you|to|note|bitte|und|aber|jetzt|gelieve|graag|aub|en|maar|nu|veuillez|merci|de|d'|svp|et|mais|wollen|sie|"
    r"dear|assistant|model|ai|for this merchant(?: the)?)[\s,]+)+$"
)
"""Words that lead up to an order and say nothing without it."""
THANKS = re.compile(r"\s*(?:thank you|thanks|merci|danke|dank u|bedankt)(?: \w+){0,3}[.!]")
"""Politeness after an order says nothing either."""
OWN_WORDS = re.compile(
    r"(?:\b(?:because|since|while|as|for|denn|weil|omdat|want|car)\s+)?"
    r"(?:\b(?:we|wij|wir|nous) (?:\w+ ){0,2}?\w{3,}|(?<=[,;:.] )(?:our|onze|unsere?|notre|nos) \w+)"
)
"""Where a merchant begins to speak of itself."""
