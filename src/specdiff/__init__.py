"""specdiff: a semantic diff and change review for behaviour specs."""

__version__ = "0.1.0"
