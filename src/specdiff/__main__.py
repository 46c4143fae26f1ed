"""``python -m specdiff``."""

from specdiff.cli.main import main

main()
