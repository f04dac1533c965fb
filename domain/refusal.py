"""Why a command was not applied."""

from schemas.errors import ErrorCode


class CommandRefusedError(Exception):
    """The command is not allowed now; the code and the message go on record and back to the sender."""

    def __init__(self, code: ErrorCode, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = field
