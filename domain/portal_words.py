"""What the portal says by itself, in each of its languages. What officers and templates say is not here."""

from collections.abc import Iterable, Mapping

from domain.portal_language import PORTAL_LANGUAGES
from schemas.case import FollowUpTask
from schemas.documents import DocumentProblem, DocumentValidation
from schemas.template import PortalLanguage

FOLLOW_UP_REASON: Mapping[PortalLanguage, str] = {
    "en": "We need a little more information to complete your application.",
    "nl": "We hebben nog wat informatie nodig om uw aanvraag af te ronden.",
    "fr": "Il nous faut encore quelques informations pour terminer le traitement de votre demande.",
    "de": "Wir benötigen noch einige Angaben, um Ihren Antrag abzuschließen.",
}
"""Neutral on purpose: nothing in it says why officers ask."""

CONTINUE: Mapping[PortalLanguage, str] = {
    "en": "Continue your application",
    "nl": "Ga verder met uw aanvraag",
    "fr": "Poursuivre votre demande",
    "de": "Antrag fortsetzen",
}
"""What a link to the portal says on a page of another system."""

_PROBLEMS: Mapping[DocumentProblem, Mapping[PortalLanguage, str]] = {
    "missing_object": {
        "nl": "We vonden dit document niet meer terug nadat u het had gestuurd. Stuur het opnieuw.",
        "fr": "Nous n'avons pas retrouvé ce document après son envoi. Veuillez l'envoyer à nouveau.",
        "de": "Wir konnten dieses Dokument nach dem Hochladen nicht finden. Bitte laden Sie es noch einmal hoch.",
    },
    "altered": {
        "nl": "Dit document is niet hetzelfde als het document dat u stuurde. Stuur het opnieuw.",
        "fr": "Ce document n'est pas identique à celui qui a été envoyé. Veuillez l'envoyer à nouveau.",
        "de": "Dieses Dokument ist nicht dasselbe wie das hochgeladene. Bitte laden Sie es noch einmal hoch.",
    },
    "password_protected": {
        "nl": "Dit document is beveiligd met een wachtwoord. Stuur een kopie die zonder wachtwoord opengaat.",
        "fr": "Ce document est protégé par un mot de passe. Veuillez envoyer une copie qui s'ouvre sans mot de passe.",
        "de": "Dieses Dokument ist mit einem Passwort geschützt. Bitte laden Sie eine Kopie hoch, die sich ohne "
        "Passwort öffnen lässt.",
    },
    "damaged": {
        "nl": "Dit document kan niet worden geopend: het is beschadigd, of het is geen PDF, DOCX, PNG of JPG. Kijk na "
        "of het op uw eigen toestel opengaat, bewaar of scan het opnieuw en stuur de nieuwe kopie.",
        "fr": "Ce document ne s'ouvre pas\u202f: il est endommagé, ou ce n'est pas un PDF, DOCX, PNG ou JPG. Vérifiez "
        "qu'il s'ouvre sur votre appareil, enregistrez-le ou numérisez-le à nouveau et envoyez la nouvelle copie.",
        "de": "Dieses Dokument lässt sich nicht öffnen: Es ist beschädigt oder keine PDF-, DOCX-, PNG- oder JPG-Datei. "
        "Bitte prüfen Sie, ob es sich auf Ihrem Gerät öffnen lässt, speichern oder scannen Sie es neu und laden "
        "Sie die neue Kopie hoch.",
    },
    "no_pages": {
        "nl": "Dit document is leeg. Stuur het volledige document.",
        "fr": "Ce document est vide. Veuillez envoyer le document complet.",
        "de": "Dieses Dokument ist leer. Bitte laden Sie das vollständige Dokument hoch.",
    },
    "too_complex": {
        "nl": "Dit document is te groot of te complex, of bevat macro's, en kan niet veilig worden geopend. Bewaar of "
        "scan het opnieuw als een eenvoudige PDF en stuur die.",
        "fr": "Ce document est trop volumineux ou trop complexe, ou contient des macros, et ne peut pas être ouvert en "
        "toute sécurité. Enregistrez-le ou numérisez-le à nouveau en PDF simple et envoyez ce fichier.",
        "de": "Dieses Dokument ist zu groß oder zu komplex, oder es enthält Makros, und kann nicht sicher geöffnet "
        "werden. Bitte speichern oder scannen Sie es neu als einfache PDF-Datei und laden Sie diese hoch.",
    },
    "unreadable_in_time": {
        "nl": "Het openen van dit document duurt te lang. Bewaar of scan het opnieuw als een eenvoudige PDF en stuur "
        "die.",
        "fr": "L'ouverture de ce document prend trop de temps. Enregistrez-le ou numérisez-le à nouveau en PDF simple "
        "et envoyez ce fichier.",
        "de": "Das Öffnen dieses Dokuments dauert zu lange. Bitte speichern oder scannen Sie es neu als einfache "
        "PDF-Datei und laden Sie diese hoch.",
    },
}
"""By the problem's code. In English the validation itself says it, and tells more cases apart than there are codes."""


def problem_in(result: DocumentValidation, language: PortalLanguage) -> str:
    """What is wrong with a document that could not be read, and what to do about it."""
    words = _PROBLEMS[result.problem] if result.problem else {}
    return words.get(language, result.message)


def asked_anew(result: DocumentValidation, language: PortalLanguage) -> str:
    """The task that asks for a readable copy: which file, what is wrong with it, and what to do."""
    return f"{result.filename}: {problem_in(result, language)}"


def task_in(task: FollowUpTask, results: Iterable[DocumentValidation], language: PortalLanguage) -> str:
    """The words of a task for whoever reads them in this language now. An officer's are as the officer wrote them; what
    asks for a readable copy was sent in the language that the case spoke then, and is ours to say in any."""
    if task.origin == "validation":
        for result in results:
            if task.description in {asked_anew(result, known) for known in PORTAL_LANGUAGES}:
                return asked_anew(result, language)
    return task.description
