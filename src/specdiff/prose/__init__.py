"""What general English says: strings in, values out; no Markdown structure, no spec. The words are data (``lexicon/``)."""
