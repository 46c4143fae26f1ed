"""Deciding that this node *is* that node."""
