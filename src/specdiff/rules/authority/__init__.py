"""Who may override what: levels of policies, and the ladder of levels itself."""
