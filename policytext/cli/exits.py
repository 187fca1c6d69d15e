"""The end of a command before its last line, with an exit code."""


class Exit(Exception):  # noqa: N818 - no error, as SystemExit
    """Ends the program with an exit code; what is wrong has been reported.

    Args:
        code: the exit code.
    """

    def __init__(self, code: int = 0) -> None:
        super().__init__(code)
        self.code = code
