"""Sentences that bind."""
