"""Words that would tell a customer what is thought of him, and words that only look like them."""

import pytest

from domain.tipping_off import tips_off

TELLING = (
    # English
    "Please explain the sanctions match.",
    "Are you a PEP?",
    "We need this for our anti-money laundering review.",
    "Your transactions look suspicious.",
    "You are suspected of something.",
    "Please help us to rule out fraud.",
    "Your risk score is high.",
    "This is because you are a high-risk merchant.",
    "We are investigating your company.",
    "Your company is under investigation.",
    "Please comment on the adverse media about your director.",
    "Is your director a nominee?",
    "Your company looks like a shell company.",
    "You are on a blacklist.",
    "Does anybody have a criminal record?",
    "Financing of terrorism is forbidden.",
    "There are complaints from others about your company.",
    "The register has a warning about you.",
    "We reported this to the authorities.",
    "s a n c t i o n s",
    "sanc\u00adtions",
    "SANCTIONS",
    # Dutch
    "Uw bestuurder staat op een sanctielijst.",
    "Bent u een politiek prominent persoon?",
    "Wij moeten witwassen voorkomen.",
    "Uw betalingen zijn verdacht.",
    "Dit lijkt op belastingfraude.",
    "Uw risicoscore is gestegen.",
    "Er loopt een onderzoek naar uw onderneming.",
    "Is dit een brievenbusfirma?",
    "Bent u een stroman?",
    "U staat op een zwarte lijst.",
    "Heeft u een strafblad?",
    "Er zijn klachten van anderen over uw winkel.",
    "Er is negatieve berichtgeving over u.",
    "Is er sprake van terrorismefinanciering?",
    # French
    "Votre dirigeant figure sur une liste de sanctions.",
    "Êtes-vous une personne politiquement exposée ?",
    "Il s'agit de lutter contre le blanchiment de capitaux.",
    "Nous avons des soupçons.",
    "Une enquête est ouverte sur votre société.",
    "Votre score de risque est élevé.",
    "Êtes-vous un prête-nom ?",
    "Votre société est-elle une société écran ?",
    "Vous figurez sur une liste noire.",
    "Avez-vous un casier judiciaire ?",
    "Des plaintes de tiers visent votre boutique.",
    "Le financement du terrorisme est interdit.",
    "Commentez les articles défavorables.",
    # German
    "Ihr Geschäftsführer steht auf einer Sanktionsliste.",
    "Sind Sie eine politisch exponierte Person?",
    "Das verlangt das Geldwäschegesetz.",
    "Es besteht ein Verdacht.",
    "Ihre Zahlungen sind verdächtig.",
    "Dies könnte Betrug sein.",
    "Es geht um Anlagebetrug.",
    "Ihr Risikoscore ist hoch.",
    "Gegen Sie läuft ein Ermittlungsverfahren.",
    "Ist das eine Briefkastenfirma?",
    "Sind Sie ein Strohmann?",
    "Sie stehen auf einer schwarzen Liste.",
    "Haben Sie Vorstrafen?",
    "Terrorismusfinanzierung ist verboten.",
    "Es gibt Beschwerden über Ihr Unternehmen.",
    "Es gibt negative Presse.",
)
HARMLESS = (
    "Please tell us your Peppol identifier.",
    "Do you sell peppers or pepper mills?",
    "Our policy against discrimination is on the website.",
    "Which territories do you deliver to?",
    "Vous vendez des produits du terroir.",
    "Der Umsatz betrug 40.000 Euro.",
    "Bitte nennen Sie den Betrag und den Betrieb.",
    "Frau Fraudorfer vertritt das Unternehmen.",
    "Do you offer blanchiment dentaire?",
    "La blanchisserie est ouverte.",
    "Uw marktonderzoek, graag met de datum.",
    "Do you do research and investigations for museums?",
    "Do you offer screen printing or touchscreens?",
    "Please name the petrol station of Shell.",
    "Where is your letterbox?",
    "Is your service suspended in winter?",
    "Please upload the corrupted file once more.",
    "Do you sell crime novels?",
    "Insurance against the risk of storms is what you sell.",
    "Zur Ermittlung des Umsatzes benötigen wir den Jahresabschluss.",
    "How do you handle complaints of buyers?",
    "Please upload a recent utility bill that shows the registered address of your company.",
    "Confirm the discrepancy in registered address",
    "",
)


@pytest.mark.parametrize("text", TELLING)
def test_words_of_suspicion_are_recognised(text: str) -> None:
    assert tips_off(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_words_are_let_through(text: str) -> None:
    assert not tips_off(text)


def test_what_is_too_long_to_be_read_through_is_not_let_through() -> None:
    assert tips_off("word " * 5000)
