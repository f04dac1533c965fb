"""The one model configuration of everything that travels."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable value. Members a newer writer added are ignored, so old readers keep working."""

    model_config = ConfigDict(frozen=True)
