"""Deciding what a reviewer sees first, folded, accepted, or listed as unexplained."""
