"""Turning a review into text: a renderer loops and escapes; it never compares, sorts or counts."""
