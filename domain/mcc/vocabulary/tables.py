"""All tables of the vocabulary as one."""

from domain.mcc.vocabulary import Vocabulary
from domain.mcc.vocabulary.building_and_repair import BUILDING_AND_REPAIR
from domain.mcc.vocabulary.business_and_media import BUSINESS_AND_MEDIA
from domain.mcc.vocabulary.clothes_and_home import CLOTHES_AND_HOME
from domain.mcc.vocabulary.food import FOOD
from domain.mcc.vocabulary.health_and_society import HEALTH_AND_SOCIETY
from domain.mcc.vocabulary.leisure import LEISURE
from domain.mcc.vocabulary.money_and_persons import MONEY_AND_PERSONS
from domain.mcc.vocabulary.shops import SHOPS
from domain.mcc.vocabulary.vehicles_and_transport import VEHICLES_AND_TRANSPORT
from domain.mcc.vocabulary.wholesale import WHOLESALE

VOCABULARY: Vocabulary = {
    **FOOD,
    **CLOTHES_AND_HOME,
    **SHOPS,
    **VEHICLES_AND_TRANSPORT,
    **BUILDING_AND_REPAIR,
    **WHOLESALE,
    **BUSINESS_AND_MEDIA,
    **MONEY_AND_PERSONS,
    **LEISURE,
    **HEALTH_AND_SOCIETY,
}
