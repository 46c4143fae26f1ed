"""``specdiff rules``: the catalogue, from the rules' own headers."""

from specdiff.cli.arguments import Json
from specdiff.cli.streams import put


def rules(as_json: Json = False) -> int:
    """List every rule."""
    from specdiff.cli.headers import headers

    found = headers()
    if as_json:
        from specdiff.rendering.jsontext import dumps

        rows = [
            {"id": one.id, "severity": one.severity, "mirror": one.mirror, "summary": one.summary, "question": one.asks} for one in found
        ]
        put(dumps(rows))
        return 0
    widest = max(len(one.id) for one in found)
    put("".join(f"{one.id:<{widest}}  {one.severity:<9}  {one.summary}\n" for one in found))
    return 0
