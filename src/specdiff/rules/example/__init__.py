"""Examples: what came, went or moved, and what each says of which reply."""
