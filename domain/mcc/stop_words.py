"""Words that say nothing of a business in one portal language, and in another may look as if they did.

`the` is an article, and French for tea without its accent. Alone, none of these is a sign of a trade, unless the text
writes the accent that tells the two apart.
"""

from domain.mcc.words import Word, fold, word_set

_ENGLISH = (
    "a about above after again against all also am an and any are as at be because been before being below between "
    "both but by can could did do does doing down during each few for from further had has have having he her here "
    "hers him his how i if in into is it its just me more most my no nor not now of off on once only or other our "
    "ours out over own same she should so some such than that the their theirs them then there these they this those "
    "through to too under until up very was we were what when where which while who whom why will with would you your "
    "yours"
)
_DUTCH = (
    "aan achter af al alle alleen als altijd andere ben bij bijna daar dan dat de deze die dit doch doen door dus een "
    "en er ergens etc ge geen haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je jij jouw "
    "jullie kan kon kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons onze "
    "ook op over reeds te tegen toch toen tot u uit uw van veel voor waar waarom wanneer want waren was wat we wel "
    "werd wezen wie wij wil worden wordt zal ze zelf zich zij zijn zo zonder zou"
)
_FRENCH = (
    "à ai alors as au aucun aussi autre aux avec avoir avons car ce cela ces cette ceux chaque chez comme comment "
    "dans de des donc dont du elle elles en encore est et étaient était été être eu fait faire il ils je la le les "
    "leur leurs lors lui ma mais me même mes moi moins mon ne ni nos notre nous on ont ou où par parce pas peu peut "
    "plus pour pourquoi qu quand que quel quelle qui sa sans se selon ses si son sont sous sur ta te tes toi ton tous "
    "tout toute toutes très trop tu un une vos votre vous y"
)
_GERMAN = (
    "aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis bist da "
    "damit dann das dass dein dem den denn der des deshalb dich die dies diese diesem diesen dieser dieses doch dort "
    "du durch ein eine einem einen einer eines er es etwas euch euer für gegen hab habe haben hat hatte hier hinter "
    "ich ihm ihn ihr ihre im in ist ja jede jedem jeden jeder jedes jene kann kein keine können man mein mich mir mit "
    "muss nach nicht nichts noch nun nur ob oder ohne sehr sein seine sich sie sind so solche soll über um und uns "
    "unser unter viel vom von vor war waren was weil wenn wer werden wie wieder will wir wird wo zu zum zur zwar "
    "zwischen"
)
BY_LANGUAGE = {"en": _ENGLISH, "nl": _DUTCH, "fr": _FRENCH, "de": _GERMAN}

_ANOTHER_THING = word_set("chat main")
"""Trades in one language, and everyday words in another: a cat or a hand in French, talk or the chief thing in English.
"""
_OF_WEBSITES = word_set("bienvenue home homepage page site welcome welkom website willkommen")

STOP_WORDS = frozenset(fold(word) for line in BY_LANGUAGE.values() for word in line.split())
SAY_NOTHING_ALONE = STOP_WORDS | _ANOTHER_THING | _OF_WEBSITES


def is_no_sign(word: Word) -> bool:
    """Whether the word, as it is written, is no sign of a trade by itself."""
    return word.shown.lower() == word.folded and bool({word.folded, word.stem} & (STOP_WORDS | _ANOTHER_THING))
