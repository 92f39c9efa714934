"""`python -m samordning_graph` is `samordning`."""

import os
import signal

_STOPPED = 130


def main() -> None:
    """Run the command line. Ctrl-C ends it without a traceback while it is still being loaded."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda _number, _frame: os._exit(_STOPPED))
    from samordning_graph.cli.main import main as run

    run()


if __name__ == "__main__":
    main()
