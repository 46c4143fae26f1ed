"""What governs a review and lies beside the spec: a setting of the configuration, or an approval."""

from dataclasses import dataclass

from specdiff.model.place import Place


@dataclass(frozen=True, slots=True, eq=False)
class Control:
    """One setting, or one approval. ``key`` names it and is unique on its side; ``words`` are its value, spelled in one way only.

    ``about`` says in a few words what an approval is of, and is empty for a setting.
    ``text`` is the source as written and ``place`` where it stands in its file. ``section`` is always empty: it belongs to no policy.
    """

    key: str
    text: str
    words: str
    place: Place
    about: str = ""
    section: str = ""
    position: int = 0
