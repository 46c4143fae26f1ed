"""Letters, words and sentences of a text, and how alike two texts are: nothing here knows what a word means."""
