"""What a running stack tells others: `stack.json` for programs, a short table for people."""

import json
from collections.abc import Mapping

from deploy.local.addresses import Addresses
from deploy.local.console import Console
from deploy.local.credentials import Credentials
from deploy.local.home import Home, write_private
from deploy.local.settings import LocalSettings


def write_stack_file(
    home: Home,
    settings: LocalSettings,
    addresses: Addresses,
    credentials: Credentials,
    dsn: str,
    pids: Mapping[str, int],
) -> None:
    """Say where everything is. The file is there only while the stack is."""
    access = addresses.object_store(credentials)
    content: dict[str, object] = {
        "gateway_url": addresses.gateway,
        "temporal_address": addresses.temporal,
        "temporal_namespace": addresses.temporal_namespace,
        "temporal_ui_url": addresses.temporal_ui,
        "postgres_dsn": dsn,
        "s3_endpoint": access.endpoint,
        "s3_access_key": access.access_key,
        "s3_secret_key": access.secret_key,
        "s3_bucket": access.bucket,
        "keys": credentials.keys,
        "pids": dict(pids),
    }
    if settings.sources == "test":
        content["registries_url"] = addresses.registries
    write_private(home.stack, json.dumps(content, indent=2) + "\n")


def write_temporal_client_file(home: Home, addresses: Addresses) -> None:
    """A profile for the `temporal` command and every Temporal client: `TEMPORAL_CONFIG_FILE=<this file>`."""
    profile = f'address = "{addresses.temporal}"\nnamespace = "{addresses.temporal_namespace}"\n'
    write_private(home.temporal_client, f"[profile.default]\n{profile}")


def welcome(
    console: Console, home: Home, settings: LocalSettings, addresses: Addresses, credentials: Credentials
) -> None:
    """Say where to go now."""
    console.say()
    console.say("Casewright runs. Open:")
    console.say()
    console.say(f"  {addresses.gateway}/console/#key={credentials.keys['officer']}")
    console.say()
    console.say("This signs you in as an officer. Elsewhere:")
    simulated = settings.sources == "test"
    console.table(
        [
            ("API", f"{addresses.gateway}/docs"),
            ("Temporal Web UI", addresses.temporal_ui),
            ("Sources", "simulated, labelled `test`" if simulated else "live"),
            *([("Reminders sent", f"{addresses.registries}/notifications")] if simulated else []),
            ("Logs", str(home.logs)),
            ("For scripts", str(home.stack)),
        ]
    )
    console.say()
    console.say("Keys of all roles, for the console and for `Authorization: Bearer …`:")
    console.table((name, key) for name, key in credentials.keys.items())
    console.say()
    console.say("The README walks through a whole case. Ctrl-C stops everything and loses nothing.")
    console.say()
