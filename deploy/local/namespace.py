"""What the namespace must have before a case is opened: `python -m deploy.local.namespace`.

A step of its own process, so that the supervisor does not carry a Temporal client for the rest of its life.
"""

import asyncio
import os
import sys

from google.protobuf.duration_pb2 import Duration
from temporalio.api.namespace.v1 import NamespaceConfig
from temporalio.api.workflowservice.v1 import UpdateNamespaceRequest
from temporalio.client import Client

RETENTION_HOURS = 8760


async def keep_closed_workflows(address: str, namespace: str) -> None:
    """Keep closed workflows for a year: by the server's own rule a case would vanish after a day."""
    client = await Client.connect(address, namespace=namespace)
    retention = Duration()
    retention.FromSeconds(RETENTION_HOURS * 3600)
    await client.workflow_service.update_namespace(
        UpdateNamespaceRequest(namespace=namespace, config=NamespaceConfig(workflow_execution_retention_ttl=retention))
    )


async def prepare(address: str, namespace: str) -> None:
    """Set the retention and register the search attributes; both may have been done before."""
    from runtime.temporal import ensure_search_attributes

    await keep_closed_workflows(address, namespace)
    await ensure_search_attributes(address, namespace)


def main() -> int:
    """Prepare the namespace that TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE name."""
    asyncio.run(prepare(os.environ["TEMPORAL_ADDRESS"], os.environ["TEMPORAL_NAMESPACE"]))
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # A short program that has used the Temporal client can abort while the interpreter takes itself down.
    os._exit(code)
