"""The web address of a repository."""

import re

_URL = re.compile(
    r"(?P<scheme>https?|ssh|git)://(?:[^/@]*@)*(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?P<port>:\d+)?/+(?P<path>.+)", re.IGNORECASE
)
_SCP = re.compile(r"(?:[^/@:]+@)?(?P<host>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+):(?!//)/*(?P<path>.+)")
_PATH = re.compile(r"[\w.~%+@-]+(?:/[\w.~%+@-]+)*", re.ASCII)


def web_address(url: str) -> str | None:
    """Return the https address of the repository that *url* (https or ssh) fetches from, without credentials and ``.git``; ``None`` where there is none."""
    found = _URL.fullmatch(url) or _SCP.fullmatch(url)
    if found is None:
        return None
    parts = found.groupdict()
    path = parts["path"].rstrip("/").removesuffix(".git")
    if not _PATH.fullmatch(path):
        return None
    port = parts.get("port") or ""
    return f"https://{parts['host'].lower()}{port if (parts.get('scheme') or '').lower() == 'https' else ''}/{path}"
