"""Eval prompts: footnote marks and the prompt files that they name."""
