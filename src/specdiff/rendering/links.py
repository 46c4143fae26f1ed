"""Web addresses of lines, as the sites that host git repositories write them."""

from urllib.parse import quote as percent
from urllib.parse import urlsplit

from specdiff.model.place import Place
from specdiff.model.review import Entry, Review, Side

_ABBREVIATED = 16
"""As many digits of a commit as no two in one repository share; a comment holds hundreds of addresses."""


def address(review: Review, side: Side, place: Place) -> str | None:
    """Return the address of the lines of a place in one revision; ``None`` where the repository or the commit is not on the web."""
    commit = (side.revision.commit or "")[:_ABBREVIATED]
    site = repository(review)
    if site is None or not commit:
        return None
    file = encoded(place.path)
    first, last = place.first_line, place.last_line
    several = last > first
    if "gitlab" in (urlsplit(site).hostname or ""):
        return f"{site}/-/blob/{commit}/{file}?plain=1#L{first}" + (f"-{last}" if several else "")
    if "bitbucket" in (urlsplit(site).hostname or ""):
        return f"{site}/src/{commit}/{file}#lines-{first}" + (f":{last}" if several else "")
    return f"{site}/blob/{commit}/{file}?plain=1#L{first}" + (f"-L{last}" if several else "")


def encoded(name: str, safe: str = "/") -> str:
    """Return a name as it stands in an address; one whose bytes are no UTF-8 keeps its bytes. *safe* letters stay."""
    try:
        return percent(name.encode("utf-8", "surrogateescape"), safe=safe)
    except UnicodeEncodeError:
        return percent(name.encode("utf-8", "replace"), safe=safe)


def repository(review: Review) -> str | None:
    """Return the repository's web address with nothing in it that could end a link early; ``None`` for what is no web address."""
    site = (review.repository_url or "").rstrip("/")
    return percent(site, safe="/:.~-_@+") if urlsplit(site).scheme in ("http", "https") else None


def newest(review: Review, entry: Entry) -> str | None:
    """Return the address of a finding's lines in the newer revision, else in the older one."""
    if entry.new is not None:
        return address(review, review.new, entry.new.place)
    return address(review, review.old, entry.old.place) if entry.old is not None else None
