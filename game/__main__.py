"""`python -m game` is the command line."""

from game.cli import main

main()
