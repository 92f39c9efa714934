"""`python -m samordning_graph` is `samordning`."""

from samordning_graph.cli.main import main

if __name__ == "__main__":
    main()
