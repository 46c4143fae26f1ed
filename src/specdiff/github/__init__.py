"""GitHub: its events, its pull requests, the one comment that is kept up to date on each, and the files that a workflow's step is given."""
