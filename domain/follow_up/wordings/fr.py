"""The requests in French, in words that France, Belgium and Luxembourg share."""

from domain.follow_up.wordings.wording import Wording

FRENCH = Wording(
    asks={
        "proof_of_address": (
            "Veuillez nous transmettre une facture d'énergie ou un relevé de compte récents sur lesquels figure "
            "l'adresse du siège social de votre société."
        ),
        "register_extract": "Veuillez nous transmettre un extrait récent du registre du commerce pour votre société.",
        "articles": "Veuillez nous transmettre les statuts de votre société tels qu'ils sont en vigueur aujourd'hui.",
        "owners": (
            "Veuillez nous transmettre une déclaration signée qui mentionne toutes les personnes qui possèdent ou "
            "contrôlent en dernier lieu votre société, avec la part que détient chacune d'elles."
        ),
        "annual_accounts": "Veuillez nous transmettre les comptes annuels les plus récents de votre société.",
        "vat_certificate": (
            "Veuillez nous transmettre l'attestation d'assujettissement à la TVA de votre société, ou nous indiquer "
            "pourquoi elle n'en a pas."
        ),
        "bank_statement": (
            "Veuillez nous transmettre un relevé récent d'un compte bancaire ouvert au nom de votre société."
        ),
        "company_name": "Veuillez nous indiquer la dénomination sociale complète de votre société.",
        "company_numbers": "Veuillez nous indiquer le numéro d'immatriculation et le numéro de TVA de votre société.",
        "representatives": (
            "Veuillez nous indiquer les personnes qui représentent votre société, avec la fonction de chacune d'elles "
            "et la date depuis laquelle elle l'exerce."
        ),
        "business": (
            "Veuillez décrire les produits ou services que vend votre société, et où elle propose chacun d'eux."
        ),
        "website": (
            "Veuillez nous indiquer l'adresse de votre site internet. Si votre société n'en a pas, merci de nous le "
            "dire."
        ),
        "website_online": (
            "Veuillez nous indiquer à partir de quand votre site internet pourra être consulté, ou sa nouvelle adresse."
        ),
        "website_imprint": (
            "Veuillez nous indiquer sur quelle page de votre site internet figurent le nom, l'adresse et le numéro de "
            "votre société."
        ),
        "account": (
            "Veuillez nous indiquer l'IBAN du compte sur lequel les paiements doivent être versés, et au nom de qui il "
            "est ouvert."
        ),
    },
    also={
        "proof_of_address": "L'adresse du siège social de votre société doit y figurer.",
        "register_extract": "De préférence, un extrait récent du registre du commerce.",
        "articles": "Il doit s'agir de la version des statuts en vigueur aujourd'hui.",
        "owners": (
            "Toutes les personnes qui possèdent ou contrôlent en dernier lieu votre société doivent y figurer, avec la "
            "part que détient chacune d'elles."
        ),
        "annual_accounts": "Il doit s'agir des comptes de votre dernier exercice clôturé.",
        "vat_certificate": "Le numéro de TVA de votre société doit y figurer.",
        "bank_statement": "Le compte doit être ouvert au nom de votre société.",
    },
    requirement="Veuillez nous transmettre « {name} ».",
    requirement_again="Veuillez nous transmettre à nouveau « {name} ».",
    by_kind="Veuillez nous transmettre ce document : {documents}.",
    by_kind_again="Veuillez nous transmettre à nouveau ce document : {documents}.",
    valid_again="Veuillez nous transmettre un exemplaire valable au lieu de celui déjà envoyé : {document}.",
    details={
        "suitable": "Nous acceptons : {documents}.",
        "recent": "Le document ne doit pas dater de plus de {days} jours.",
        "dated": "Veillez à ce que la date du document soit visible.",
        "valid": "Veillez à ce que le document soit encore valable.",
        "readable": "Vérifiez au préalable que le fichier s'ouvre et que toutes les pages sont lisibles.",
    },
    question="Veuillez répondre à cette question : « {question} »",
    choose="Choix possibles : {options}.",
    documents={
        "articles_of_association": "statuts",
        "register_extract": "extrait du registre du commerce",
        "certificate_of_incorporation": "acte de constitution",
        "ubo_declaration": "déclaration des bénéficiaires effectifs",
        "identity_document": "passeport ou carte d'identité",
        "utility_bill": "facture d'énergie",
        "bank_statement": "relevé de compte",
        "annual_accounts": "comptes annuels",
        "power_of_attorney": "procuration",
        "tax_certificate": "attestation fiscale",
        "lease": "contrat de bail",
        "invoice": "facture",
    },
    this_document="le document qui vous a été demandé",
    or_word="ou",
)
