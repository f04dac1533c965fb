"""For every kind of finding, discrepancy and unresolved feature: what the customer is asked, or why nothing is.

A test holds the table of findings against the rules in `domain.findings`: a category that nobody has decided on fails.
"""

from typing import NamedTuple

from domain.follow_up.asks import Topic
from domain.follow_up.wordings import Detail
from schemas.extraction import FeatureName
from schemas.investigation import DiscrepancyType


class Asked(NamedTuple):
    topic: Topic
    cause: str
    """What is the matter, for officers, as part of a sentence."""


class AskedForDocument(NamedTuple):
    """What is the matter with a document that was asked for: it is asked for again."""

    cause: str
    """What follows its name in a sentence for officers."""
    details: tuple[Detail, ...] = ()
    """What the customer is told to look to."""
    given: bool = True
    """Whether the customer gave one: its fault is a new ground then, and it may be asked for once more."""


class NotAsked(NamedTuple):
    why: str


Decided = Asked | AskedForDocument | NotAsked

_TIPPING_OFF = NotAsked("the question itself would tell the customer what is thought of him (AMLR Art. 73)")
_OWN_WORK = NotAsked("the software or an officer has to look again; the customer can do nothing about it")
_KNOWN = NotAsked("a public fact that no answer of the customer's would change; the officer weighs it")
_NO_DUTY = NotAsked("no company needs it to be a customer")

FOR_FINDING: dict[str, Decided] = {
    # What the customer gave, or did not.
    "document_missing": AskedForDocument("was not uploaded", given=False),
    "document_unreadable": AskedForDocument("could not be read", ("readable",)),
    "document_wrong_type": AskedForDocument("reads like another kind of document", ("suitable",)),
    "document_too_old": AskedForDocument("is too old"),
    "document_undated": AskedForDocument("bears no date that could be read, or one that had not come", ("dated",)),
    "document_expired": AskedForDocument("has expired", ("valid",)),
    "document_not_read": _OWN_WORK,
    "document_partly_read": _OWN_WORK,
    "document_values_left_out": _OWN_WORK,
    "account_holder_mismatch": Asked("bank_statement", "the account is not in the company's name"),
    # Existence and numbers.
    "number_checksum": Asked("company_numbers", "the check digits of a number are wrong"),
    "not_in_register": Asked("register_extract", "the company register does not know the number"),
    "company_dissolved": Asked("register_extract", "the register says that the company has ended"),
    "company_in_liquidation": Asked("register_extract", "the register says that the company is being wound up"),
    "company_bankrupt": _KNOWN,
    "recently_founded": _KNOWN,
    "vat_not_registered": Asked("vat_certificate", "the VAT number is not registered"),
    "vat_not_checked": _NO_DUTY,
    "name_withheld": _OWN_WORK,
    # Accounts and debts.
    "accounts_missing": Asked("annual_accounts", "no annual accounts were deposited"),
    "accounts_overdue": Asked("annual_accounts", "newer annual accounts are due"),
    "negative_equity": Asked("annual_accounts", "the equity is negative"),
    "withholding_social_debt": _TIPPING_OFF,
    "withholding_tax_debt": _TIPPING_OFF,
    "withholding_unchecked": _OWN_WORK,
    # People.
    "corporate_director": Asked("representatives", "only companies are named as directors"),
    "owner_opaque": Asked("owners", "no natural person is known to own the company"),
    "owners_are_companies": Asked("owners", "only companies are named as owners"),
    "owner_mismatch": Asked("owners", "declared and registered owners differ"),
    "nominee_signs": _TIPPING_OFF,
    "persons_left_out": _OWN_WORK,
    # Lists and warnings.
    "sanction_match": _TIPPING_OFF,
    "pep_match": _TIPPING_OFF,
    "watchlist_match": _TIPPING_OFF,
    "screening_near_miss": _TIPPING_OFF,
    "screening_dismissed": _TIPPING_OFF,
    "screening_left_out": _TIPPING_OFF,
    "registry_flag": _TIPPING_OFF,
    # Business and website.
    "activity_mismatch": Asked("business", "the website offers what no registered activity covers"),
    "website_missing": Asked("website", "the website's host name does not exist"),
    "website_refused": Asked("website", "the website's address could not be used"),
    "website_error": Asked("website_online", "the website answers with an error"),
    "website_parked": Asked("website_online", "the website's address is parked"),
    "website_no_name": Asked("website_imprint", "the website does not name the company"),
    "website_no_legal_page": Asked("website_imprint", "the website does not say who is behind it"),
    # Networks, and sources that were away.
    "peppol_not_registered": _NO_DUTY,
    "lei_lapsed": _NO_DUTY,
    "source_unavailable": _OWN_WORK,
    # By feature, below.
    "feature_unresolved": NotAsked("only where `FOR_FEATURE` has a request"),
}

FOR_DISCREPANCY: dict[DiscrepancyType, Topic] = {
    "name": "company_name",
    "address": "proof_of_address",
    "legal_form": "articles",
    "director": "representatives",
    "number": "company_numbers",
    "activity": "business",
    "status": "register_extract",
    "incorporation_date": "register_extract",
}

FOR_FEATURE: dict[FeatureName, Topic] = {
    "company_name": "company_name",
    "legal_form": "articles",
    "registration_number": "company_numbers",
    "vat_number": "company_numbers",
    "registered_address": "proof_of_address",
    "incorporation_date": "register_extract",
    "director": "representatives",
    "beneficial_owner": "owners",
    "iban": "account",
    "account_holder": "bank_statement",
}
"""What the documents leave open of the company. Dates and issuers are each document's own and never open."""
