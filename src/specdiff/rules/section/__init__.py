"""Policies that came, went, or changed their name, place or shape."""
