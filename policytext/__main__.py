"""The program's door: ``policytext`` and ``python -m policytext``.

``--version`` is answered before anything else is imported, and whatever goes wrong from here on ends in an
exit code and at most one line on standard error.
"""

import gc
import os
import sys

from policytext import __version__


def main() -> None:
    """Run the command line that Python was given, and exit with its code."""
    quick = sys.argv[1:] in (["--version"], ["-V"]) and sys.stdout is not None
    code = _print_version() if quick else _run()
    sys.exit(code)


def _run() -> int:
    # An outline is ten thousand small objects that all stay: looking for circles among them again and again
    # takes a tenth of the time and finds none.
    gc.set_threshold(500_000, 50, 50)
    try:
        from policytext.cli.app import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # while the program was still loading
        return 130
    except Exception as fault:  # the command line catches its own; this one could not even be loaded
        if "POLICYTEXT_DEBUG" in os.environ:
            raise
        detail = " ".join(f"{type(fault).__name__}: {fault}".split())
        print(f"policytext: 无法启动 can't start: {detail} (请重新安装 reinstall it)", file=sys.stderr)
        return 2


def _print_version() -> int:
    try:
        print(f"policytext {__version__}", flush=True)
    except OSError:
        return _run()  # says in the usual way what is wrong with standard output
    return 0


if __name__ == "__main__":
    main()
