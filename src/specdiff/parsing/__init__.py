"""Understanding a snapshot: Markdown with exact places, and the notation of one family of specs (a dialect) on top."""
