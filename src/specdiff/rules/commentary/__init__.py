"""What explains the rules and does not bind."""
