"""Deciding that a difference *means* something: one rule, one file, ``<group>/<what_happened>.py``."""
