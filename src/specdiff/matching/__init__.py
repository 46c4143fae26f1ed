"""Deciding that this node *is* that node.

Exact first (declared, ids, titles, hashes of normal forms), then the likeness of what is left, with candidates from an
index of rare words; best first, one to one. Ties are broken by what is the same seen from either side, so that matching
backwards is matching forwards with the sides exchanged.
"""
