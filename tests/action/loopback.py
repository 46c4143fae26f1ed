"""A GitHub on loopback. It takes no request that GitHub's own OpenAPI description does not describe, and answers with the description's examples."""

import json
import re
import threading
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from jsonschema import Draft4Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

NODE = Path(__file__).parents[2] / ".cache" / "node" / "node_modules"
DESCRIPTION = NODE / "@octokit" / "openapi" / "generated" / "api.github.com.json"
LIMIT = 65_536
REPOSITORY = "octo/specs"
BOT = "github-actions[bot]"


@cache
def description():
    """GitHub's description of its REST interface, as its own client library ships it."""
    return json.loads(DESCRIPTION.read_text(encoding="utf-8"))


@cache
def _registry():
    return Registry().with_resource("", Resource(contents=description(), specification=DRAFT4))


def _resolved(part):
    while "$ref" in part:
        found = description()
        for key in part["$ref"].removeprefix("#/").split("/"):
            found = found[key]
        part = found
    return part


def _fits(value, schema):
    return [error.message for error in Draft4Validator(schema, registry=_registry()).iter_errors(value)]


def objections(method, path, query, body):
    """What the description has against a request: an empty list for one that it describes, with all of its parameters and its body."""
    for template, item in description()["paths"].items():
        found = re.fullmatch(re.sub(r"\\{\w+\\}", "([^/]+)", re.escape(template)), path)
        if found and method.lower() in item:
            break
    else:
        return [f"{method} {path} is not described"]
    operation = item[method.lower()]
    said = [_resolved(one) for one in [*item.get("parameters", []), *operation.get("parameters", [])]]
    given = dict(zip(re.findall(r"\{(\w+)\}", template), found.groups(), strict=True))
    known = {one["name"]: one["schema"] for one in said if one["in"] == "query"}
    wrong = [f"{name} is no parameter of {method} {template}" for name in query.keys() - known.keys()]
    wrong += [f"{name} is missing" for one in said if one.get("required") and one["in"] == "query" and (name := one["name"]) not in query]
    typed = [(one["schema"], given[one["name"]]) for one in said if one["in"] == "path"]
    typed += [(known[name], values[0]) for name, values in query.items() if name in known]
    for schema, text in typed:
        value = int(text) if _resolved(schema).get("type") == "integer" and text.isdecimal() else text
        wrong += _fits(value, schema)
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if content is None:
        return wrong + (["a body where none is described"] if body is not None else [])
    extra = set(body or {}) - set(content["schema"].get("properties", {}))
    return wrong + _fits(body, content["schema"]) + [f"{name} is no part of the body" for name in extra]


@dataclass
class Failure:
    """An answer that the next request of that kind gets instead of the real one. *done*: the request is carried out all the same."""

    method: str
    status: int
    path: str = ""
    message: str = "Server Error"
    headers: dict = field(default_factory=dict)
    done: bool = False


@dataclass
class GitHub:
    """What is there: comments in order, who the token is, and where the pull request stands."""

    address: str = ""
    viewer: str = BOT
    head: str = "6dcb09b5b57875f334f61aebed695e2e4193db5e"
    base: str = "c3d0be41ecbe669545ee3e94d31ed9a4bc91ee3c"
    head_repository: str = REPOSITORY
    comments: list = field(default_factory=list)
    failures: list = field(default_factory=list)
    requests: list = field(default_factory=list)
    wrong: list = field(default_factory=list)
    token: str = "test-token"  # noqa: S105 - of no use anywhere

    def say(self, body, login="octocat", **more):
        """Add a comment; return it."""
        number = len(self.comments) + 1
        made = deepcopy(description()["components"]["examples"]["issue-comment"]["value"])
        made |= {"id": number, "body": body, "url": f"{self.address}/repos/{REPOSITORY}/issues/comments/{number}", **more}
        made["html_url"] = f"https://github.com/{REPOSITORY}/pull/5#issuecomment-{number}"
        made["user"] |= {"login": login, "type": "Bot" if login.endswith("[bot]") else "User"}
        self.comments.append(made)
        return made

    def pull(self):
        """The pull request, number 5."""
        made = deepcopy(description()["components"]["examples"]["pull-request"]["value"])
        made |= {
            "number": 5,
            "url": f"{self.address}/repos/{REPOSITORY}/pulls/5",
            "issue_url": f"{self.address}/repos/{REPOSITORY}/issues/5",
        }
        made["head"]["sha"], made["base"]["sha"] = self.head, self.base
        made["head"]["ref"], made["base"]["ref"] = "feature", "main"
        made["head"]["repo"]["full_name"] = self.head_repository
        return made

    def sent(self, *methods):
        """The paths of the requests with one of these methods, GraphQL left out."""
        return [f"{method} {path}" for method, path, _, _ in self.requests if method in methods and path != "/graphql"]

    def answer(self, method, path, query, body):
        """Return status, headers and data."""
        if (method, path) == ("POST", "/graphql"):
            return 200, {}, {"data": {"viewer": {"login": self.viewer}}}
        if (method, path) == ("GET", f"/repos/{REPOSITORY}/pulls/5"):
            return 200, {}, self.pull()
        if path == f"/repos/{REPOSITORY}/issues/5/comments":
            if method == "POST":
                return too_long(body) or (201, {}, self.say(body["body"], self.viewer))
            return self._page(path, int(query.get("page", ["1"])[0]), int(query.get("per_page", ["30"])[0]))
        found = re.fullmatch(rf"/repos/{REPOSITORY}/issues/comments/(\d+)", path)
        if found and int(found[1]) <= len(self.comments):
            return self._comment(method, self.comments[int(found[1]) - 1], body)
        return 404, {}, {"message": "Not Found", "documentation_url": "https://docs.github.com/rest", "status": "404"}

    def _comment(self, method, comment, body):
        if method == "DELETE":
            comment["body"] = ""
            return 204, {}, None
        if body is not None and not too_long(body):
            comment["body"] = body["body"]
        return (body and too_long(body)) or (200, {}, comment)

    def _page(self, path, page, size):
        size = min(size, 100)
        last = max(1, -(-len(self.comments) // size))
        links = [(page + 1, "next"), (last, "last")] if page < last else []
        value = ", ".join(f'<{self.address}{path}?per_page={size}&page={n}>; rel="{name}"' for n, name in links)
        return 200, ({"Link": value} if value else {}), self.comments[(page - 1) * size : page * size]

    def handle(self, method, url, body, authorization):
        """Check a request, and answer it or fail it as was asked."""
        parts = urlsplit(url)
        path, query = parts.path, parse_qs(parts.query)
        self.requests.append((method, path, query, body))
        if path != "/graphql":  # GraphQL has a description of its own
            self.wrong += objections(method, path, query, body)
        elif set(body) != {"query", "variables"}:
            self.wrong.append(f"no GraphQL: {body}")
        if authorization != f"token {self.token}":
            return 401, {}, {"message": "Bad credentials"}
        failure = next((one for one in self.failures if one.method == method and one.path in path), None)
        if failure is None:
            return self.answer(method, path, query, body)
        self.failures.remove(failure)
        if failure.done:
            self.answer(method, path, query, body)
        return failure.status, failure.headers, {"message": failure.message}


def too_long(body):
    """The answer to a comment that is longer than GitHub takes."""
    return (
        (422, {}, {"message": f"Validation Failed: body is too long (maximum is {LIMIT} characters)"})
        if len(body["body"]) > LIMIT
        else None
    )


def serve(github):
    """Start a server for *github* on loopback; return it, to be shut down."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _handle(self):
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            status, headers, data = github.handle(self.command, self.path, body, self.headers.get("Authorization"))
            sent = b"" if data is None else json.dumps(data).encode()
            self.send_response(status)
            for name, value in {**headers, "Content-Type": "application/json; charset=utf-8", "Content-Length": str(len(sent))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(sent)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _handle  # noqa: N815 - http.server's own names

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    github.address = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    return server
