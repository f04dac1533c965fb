"""Whose cases, events and webhooks."""

from typing import NamedTuple

from schemas.sources import Environment


class Owner(NamedTuple):
    """An organisation in one environment: what an integration key sees, and nothing else."""

    organisation: str
    environment: Environment
