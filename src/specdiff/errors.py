"""What can go wrong for a user. Each message is one line and says what to do next."""


class SpecdiffError(Exception):
    """Specdiff cannot do what was asked (exit status 2). The message is for the user and fits one line."""
