"""The entry point of ``policytext`` and ``python -m policytext``.

``--version`` is answered before anything else is imported. Every failure ends in an exit code and at most one line on
standard error.
"""

import gc
import os
import sys

from policytext.version import __version__


def main() -> None:
    """Run the command line and exit with its code."""
    only_version = sys.argv[1:] in (["--version"], ["-V"]) and sys.stdout is not None
    code = _print_version() if only_version else _run()
    # On exit the interpreter searches all that is left for cycles, which takes a seventh of a short run.
    gc.freeze()
    sys.exit(code)


def _run() -> int:
    # An outline is ten thousand small objects without cycles; with the default threshold, the collector takes a tenth
    # of the time to search them.
    gc.set_threshold(500_000, 50, 50)
    try:
        from policytext.cli.app import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # while the program was still loading
        return 130
    except Exception as error:  # the command line catches its own errors, but could not be loaded
        if "POLICYTEXT_DEBUG" in os.environ:
            raise
        detail = " ".join(f"{type(error).__name__}: {error}".split())
        print(f"policytext: 无法启动 can't start: {detail} (请重新安装 reinstall it)", file=sys.stderr)
        return 2


def _print_version() -> int:
    try:
        print(f"policytext {__version__}", flush=True)
    except OSError:
        return _run()  # reports the problem with standard output like any other
    return 0


if __name__ == "__main__":
    main()
