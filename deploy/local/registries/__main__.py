"""`python -m deploy.local.registries --port 9100`: serves the simulated registries on the loopback address."""

import argparse

import uvicorn

from deploy.local.registries.app import create_app


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m deploy.local.registries", description=__doc__)
    parser.add_argument("--port", type=int, required=True, help="a port of 127.0.0.1")
    port: int = parser.parse_args().port
    # A company that answers after 15 s must not hold up the stop of the stack.
    uvicorn.run(create_app(), host="127.0.0.1", port=port, log_level="warning", timeout_graceful_shutdown=1)


if __name__ == "__main__":
    main()
