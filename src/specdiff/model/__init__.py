"""What things *are*: frozen values, enums, and questions about their own fields.

Every other package may import this one; it imports nothing of ours. Nodes (sections, statements,
examples, …) compare by identity: two equal sentences in two places are two nodes.
"""
