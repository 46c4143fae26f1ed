"""What is read in one sentence: force and polarity of its clauses, conditions, exceptions, qualifiers, parties, numbers, orders.

The method is a shallow reading by cues (modal verbs and fixed phrases), as in the classification of requirements after
RFC 2119, extended to lower case, negation, imperatives and lead-ins. It knows no document.
"""

import re
from dataclasses import replace
from functools import cache

from specdiff.model.language import Clause, Force, Reading
from specdiff.prose.lexicon import lexicon, lowered, pattern
from specdiff.prose.sentence.announcing import holds_always, leaves_open
from specdiff.prose.sentence.force import INVERTED, clauses_of, coordinated, every_cue, subordinate
from specdiff.prose.sentence.imperatives import unlisted
from specdiff.prose.sentence.openers import excepts_nothing, opens_no_case
from specdiff.prose.sentence.orders import orders
from specdiff.prose.text.counting import written

_ORDERS = (
    ("imperatives_discouraging", Force.DISCOURAGED),
    ("imperatives_advising", Force.RECOMMENDED),
    ("imperatives_against", Force.PROHIBITED),
    ("imperatives_for", Force.REQUIRED),
)
# "Use is free", "Note that …", "No one wants it", "Think of a shop that …" order nothing
_FIRST_OF_ALL = re.compile(r"(?P<cue>the first (?:thing|step|task)(?: to do is to|(?: is)? to))\s\w", re.IGNORECASE)
_OFTEN = re.compile(
    r"(?:usually|generally|typically|normally|invariably|consistently|sometimes|ideally|where possible,?|if possible,?|by default,?) (?=\w)"
)
_AFTERTHOUGHT = re.compile(r"(?:,|:|\s-)?\s+never(?=[.;!]|$)", re.IGNORECASE)
_STATED = re.compile(
    r"\s+(?:is|are|was|were|has|have)\b|-|(?<=remember)\s+that\b|(?<=no)\s+(?:one|such)\b|(?<=think)\s+of\s+(?:an?|the|it|this|yourself|some\w*|people|those|how)\b"
)
_IS = re.compile(
    r"\s(?:is|are|was|were|has|have)\s|^no (?:\w+ ){1,3}\w+s (?:this|that|it)\b"
)  # nor "No letter is lost", "No reason changes this"
_HEAD = re.compile(r"(?:(?:the|a|some|list of|examples? of|following)\s)*(\w+)\b(?:\s[\w'-]+){0,5}[:.]?$", re.IGNORECASE)
# A heading that breaks off where it denies: what is listed below is what it denies ("What you cannot do", "Don't", "Not allowed", "Prohibited uses")
_COUNTED = re.compile(r"^(?:\d+(?:\.\d+)*|[a-z])[.)]?\s+", re.IGNORECASE)
_DENYING = re.compile(
    r"(?:(?:what|things|actions|topics|content|anything|requests?|questions?|tasks?|subjects?|work)\s(?:that\s)?(?:[\w'-]+\s){0,3}?)?"
    r"(?:(?:you|we|it|they)\s)?(?P<cue>(?:(?<=\s)(?:to|must|should|will)\s)?(?:turn down|refuse|decline|reject|avoid|leave alone|stay (?:away from|out of))"
    r"|(?:can|must|may|shall|should)\s?(?:not|never)|can't|mustn't|shouldn't|never|do not|don'?ts?"
    r"|(?:(?:is|are)\s)?not (?:allowed|permitted|acceptable)|off[ -]limits)"
    r"(?:\s(?:to\s)?(?:do|say|use|share|discuss|include|answer|write|help with))?:$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:[\w'/-]+\s+){0,3}[\w'/-]+(?::| -| \|)\s")  # nor do labels: "Run tests: …"
# What a sentence is filed under ("Clean desk: Before leaving, lock the drawer"), but for what is only shown or quoted ("Bad: …", "Guest: …")
_FILED = re.compile(
    r"(?:\S{1,2}\s)?(?!(?:\w+ )?(?:examples?|e\.g\.|bad|wrong|incorrect|poor|anti-?patterns?|avoid|don'ts?|do not|never|not|no|without|instead"
    r"|before|after|old|was"
    r"|user|assistant|system|human|customer|guest|client|agent|model|input|output|prompts?|question|answer|response|reply|says?|said|quote"
    r"|title|name|description|header|label|button|option|message|text|usage|command|result|returns?|if|when|where|unless|except)\b)"
    r"(?:[\w'/.-]+\s){0,3}[\w'/.-]+(?:\s\([^()]*\))?:\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_ASKED = re.compile(r"[^.?!:;]{1,60}\?\s+(?=[A-Z])")  # "Lost? Call the pilot": who is lost is to call
# "Any other use: ask the owner"; "He has one task: open the doors" tells what the task is, and "Guest: call the owner" what somebody says
_TOPIC = re.compile(
    r"(?!.*?\b(?:is|are|was|were|has|have|had|do|does|did|can|will|say|says|said|means|read|reads|want|wants|need|needs|task|job|goal|aim|example)\b[^:]*:)"
    r"(?:[\w'-]+\s){1,8}[\w'-]+:\s+(?=(?:please\s)?[a-z]+\s(?:the|an?|them|it|this|these|that|those|your|our|its|their|any|all|every|each|no|only|people|us)\b)"
)
_LINKED = re.compile(r"^(?:and|or|but|(?:then|next|first|finally|also|otherwise|else)[,:]?)\s+", re.IGNORECASE)
_CELL = re.compile(r"\s\|\s")
_QUOTED = re.compile(r"\"[^\"]*\"|\((?:e\.g\.|i\.e\.|for example|such as)[^()]*\)", re.IGNORECASE)
_OPENING = re.compile(
    rf"^(?:(?:if|when|whenever|where|once|while|before|after|in case|for|in|on|as|to)\b[^,;:]*,|{INVERTED}[^,;:]*[,:])\s*(?:then\s+|please\s+)?",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(rf"^{INVERTED}[^,;:.]*")
_ASIDE = re.compile(  # "emergencies aside, no call is made"; but not "it sets the letter aside"
    r"(?:^|,\s+)((?!that\b|this\b|jok)(?!(?:[\w'-]+\s){0,6}?(?:set|put|leave|left|lay|laid|cast|push|brush|step|stand|stood|move|turn|wave)(?:e?[sd]|ting)?\s)"
    r"(?:[\w'-]+\s){1,6}(?:aside|excepted))(?=[,.;]|$)"
)
_CLAUSAL = re.compile(
    r"^unless$|\s(?:that|when|where|if|in|to|with|say|may|can|not)$|exception$"
)  # open a clause, in which a verb may bind
_PART_END = re.compile(r"[;!?]|[,:](?!\d)|(?<!\be\.g)(?<!\bi\.e)\.(?!\w)|\s-\s|\)|$")  # "todo.md", "e.g." and "1,000" go on
_LIST = re.compile(r"(?<![\w' /-])[\w' /-]++(?:,[\w' /-]++)+")
_JOINING = re.compile(r"\s(?:and|or|and/or)(?=\s)")
_JOINED = re.compile(r"\s*(?:and/or|and|or|nor)\s", re.IGNORECASE)
# "…, and cites the book": what somebody does besides
_DOES = re.compile(
    r"\s(?:and|but)\s(?:never\s|always\s|then\s|also\s)?[a-z]+s\s(?:the|an?|its|their|your|nothing|no|any|it|them|that|what|how|whether|where|to|this|so)\b"
)
_HEADED = re.compile(r";|: ")  # behind which what an order leads to may begin
_ATTENTION = frozenset({"remember", "note", "consider", "keep", "bear", "see"})  # call for it, and order nothing
_LISTED = 9
"""Words that one thing in a list has at most."""
_LAST_BUT_ONE = re.compile(r"\s(?:and/or|and|or)\s+[\w'/-]")


def read(words: str, *, lead_in: str = "", binding: bool = True) -> Reading:
    """Return what is read in a sentence in normal form.

    *lead_in* is the sentence that governs the list it stands in ("The assistant must never:"); *binding* is false in commentary
    and code, where a bare imperative is no order.
    """
    if not words:
        return Reading()
    lower = lowered(words)
    plain = _QUOTED.sub(lambda found: " " * len(found[0]), lower)
    clauses = (_denying(words) if words.endswith(":") else ()) or clauses_of(words, plain)
    if words.endswith("?"):  # who asks rules nothing
        clauses = (Clause(words, Force.DESCRIPTIVE, "", any(clause.negated for clause in clauses), "", words),)
    elif all(clause.force is Force.DESCRIPTIVE for clause in clauses):
        clauses = _governed(words, clauses, lead_in, binding=binding)
    elif binding and (mark := _HEADED.search(words[: len(clauses[0].subject) + 1])):
        clauses = _headed_by_an_order(words, clauses, mark[0].strip())
    clauses = tuple(part for clause in clauses for part in coordinated(clause))
    return Reading(
        clauses=clauses,
        conditions=(*(found[0] for found in _SUPPOSED.finditer(lower)), *_parts(plain, lower, "conditions", bound=_binds(clauses))),
        exceptions=_parts(plain, lower, "exceptions")
        + _asides(plain, lower)
        + (_parts(plain, lower, "ways_out") if any(clause.force.negative for clause in clauses) else ()),
        qualifiers=tuple(found[0] for found in pattern("parts", "qualifiers").finditer(plain)),
        parties=tuple(dict.fromkeys(found[0] for found in pattern("parts", "parties").finditer(plain))),
        members=_members(words),
        numbers=tuple(found[0] for found in _number().finditer(lower)),
        orders=orders(words),
    )


@cache
def _number() -> re.Pattern[str]:
    """Return what finds a number with what it counts; "one" and "no" before a thing are none."""
    return re.compile(
        r"(?<![\w.-])(?<!\bversion )(?:(?:[$\u20ac\u00a3]\s?)?\d(?:[\d,]*\d)?(?:\.\d+)*(?:\s?(?:%|percent|per cent|hundred|thousand|million|billion))?"
        r"|(?<!each )(?<!every )(?<!this )(?<!that )(?<!which )(?<!the )(?<!any )(?<!no )one(?! another\b| hundred\b| thousand\b| million\b)"
        rf"|{written().pattern})"
        r"(?:[ -](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|business days?|members?|people|characters|words"
        r"|lines|bytes|[kmgt]i?b|bits|ms|euros?|dollars?|times?))?(?![\w-])"
    )


def _asides(plain: str, lower: str) -> tuple[str, ...]:
    """Return what a sentence sets aside: "emergencies aside, no call is made"."""
    if "aside" not in plain and "excepted" not in plain:
        return ()
    return tuple(lower[found.start(1) : found.end(1)] for found in _ASIDE.finditer(plain))


def _governed(words: str, clauses: tuple[Clause, ...], lead_in: str, *, binding: bool) -> tuple[Clause, ...]:
    """Give a sentence with no cue of its own the force of its lead-in, or of an imperative."""
    own = _ordered(_LINKED.sub("", words), 0) if binding else ()
    if lead_in:
        above = read(lead_in, binding=binding)
        if own and own[0].force.negative and not above.force.negative:
            return own  # "Do this:", and among what is to be done "never guess"
        if above.force is not Force.DESCRIPTIVE and re.search(r":\s*$", lead_in):
            clause = [clause for clause in above.clauses if clause.force.strength][-1]  # "must not sell wine, but may sell:"
            if clause.force.negative and leaves_open(lead_in):
                return (Clause(words, Force.PERMITTED, clause.cue, False, clause.subject, words),)  # noqa: FBT003 - nothing is denied
            return (Clause(words, clause.force, clause.cue, clause.negated, clause.subject, words),)
    ordered = binding and (_orders_of(words) or _after_condition(words) or _filed(words) or _in_a_cell(words))
    return ordered or own or _headed(words) or _denying(words) or _of_a_rule(words) or _first_of_all(words) or clauses


def _headed_by_an_order(words: str, clauses: tuple[Clause, ...], mark: str) -> tuple[Clause, ...]:
    """Add the order that a sentence begins with before its first cue: "Avoid names; aim to be kind", "Ask who rings: a name has to be told"."""
    if mark == ";":
        ordered, head = _ordered(words, 0), clauses[0].subject
    else:
        head, _, rest = words.partition(mark)
        ordered = (_ordered(head, 0) or _after_condition(head)) if head.count(" ") > 1 and not clauses[0].act.endswith(head) else ()
        head = f"{mark} {rest[: len(clauses[0].subject) - len(head) - 1]}"
    if not ordered or ordered[0].cue in _ATTENTION:
        return clauses
    subject = head.rpartition(mark)[2].strip()
    return (*(replace(one, act=one.act.partition(mark)[0]) for one in ordered), replace(clauses[0], subject=subject), *clauses[1:])


def _in_a_cell(words: str) -> tuple[Clause, ...]:
    """Return the order that a cell of a table's row gives after the first ("Dosage | Refuse and refer to a doctor")."""
    cells = (match.end() for match in _CELL.finditer(words))
    return next((clauses for at in cells if (clauses := _ordered(words, at))), ()) or _kept_to(words)


def _kept_to(words: str) -> tuple[Clause, ...]:
    """Return the clause of a row in which a cell is a word of force alone ("expires | date | REQUIRED")."""
    heads = {one: Force(name) for name, ones in lexicon("force")["heads"].items() for one in ones}
    said = [cell.lower() for cell in words.split(" | ")[1:] if cell.lower() in heads]
    return (Clause(words, heads[said[0]], said[0], heads[said[0]].negative, "", words),) if len(said) == 1 else ()


def leads_into(title: str) -> str:
    """Return the sentence that a heading is to the list right below it, if it speaks against what is listed; empty where it does not."""
    lead = f"{_COUNTED.sub('', title).rstrip(' :')}:"
    return lead if any(clause.force.negative for clause in (*_denying(lead), *_headed(lead))) else ""


def _denying(words: str) -> tuple[Clause, ...]:
    """Return the clause of a heading that breaks off where it denies."""
    found = _DENYING.match(words)
    if found is None:
        return ()
    cue = found["cue"].lower()
    force = Force.DISCOURAGED if cue.startswith("should") else Force.PROHIBITED
    return (Clause(words, force, cue, True, "", words),)  # noqa: FBT003 - it denies


def _headed(words: str) -> tuple[Clause, ...]:
    """Return the clause of a sentence that only names what it leads into ("Prohibited uses include:"), or of a single word ("REQUIRED")."""
    head = _HEAD.match(words) if words.endswith(":") or " " not in words else None
    if head is None:
        return ()
    force = next((Force(name) for name, ones in lexicon("force")["heads"].items() if head[1].lower() in ones), None)
    return (Clause(words, force, head[1].lower(), force.negative, "", words),) if force else ()


def _of_a_rule(words: str) -> tuple[Clause, ...]:
    """Return the clause of a sentence that makes the rule before it hold without exception: it binds as that rule does."""
    cue = holds_always(words)
    return (Clause(words, Force.REQUIRED, cue, False, "", words),) if cue else ()  # noqa: FBT003 - nothing is denied


def _first_of_all(words: str) -> tuple[Clause, ...]:
    """Return the clause of a sentence that says what is done first: "The first thing to settle is who asks"."""
    found = _FIRST_OF_ALL.match(words)
    return (Clause(words, Force.RECOMMENDED, found["cue"].lower(), False, "", words[found.end("cue") :].strip()),) if found else ()  # noqa: FBT003


def _after_condition(words: str) -> tuple[Clause, ...]:
    """Return the order that follows an opening condition: "If asked, say so."."""
    opening = _OPENING.match(words)
    return _ordered(words, opening.end()) if opening else ()


def _filed(words: str) -> tuple[Clause, ...]:
    """Return the order that follows what the sentence is filed under, or "otherwise" and a condition."""
    label = (
        _LINKED.match(words)
        or _FILED.match(words)
        or (_ASKED.match(words) if "?" in words else _TOPIC.match(words) if ":" in words else None)
    )
    if label is None:
        return ()
    rest = words[label.end() :]
    return tuple(replace(one, text=words) for one in (_after_condition(rest) or _ordered(rest, 0)))


def _orders_of(words: str) -> tuple[Clause, ...]:
    """Return the order that a sentence begins with, and the one that it goes on with: "Never guess; ask"."""
    first, semicolon, rest = words.partition("; ")
    ordered = _ordered(words, 0)
    following = _ordered(rest, 0) if ordered and semicolon else ()
    if not following or ordered[0].force.negative == following[0].force.negative:
        return ordered
    return (*_ordered(first, 0), *following)


def _ordered(words: str, at: int) -> tuple[Clause, ...]:
    """Return the order that begins there, if one does."""
    first = lowered(words[at:]).lstrip("\"'( ").removeprefix("please ")
    first = first[found.end() :] if (found := _OFTEN.match(first)) else first
    if _LABEL.match(first):
        return ()
    for key, force in _ORDERS:
        order = pattern("force", key).match(first) or (unlisted(first) if key == "imperatives_for" else None)
        if order and not _STATED.match(first, order.end()) and not (order[0] == "no" and _IS.search(first)):
            act = words[len(words) - len(first) + order.end() :].strip()
            if not force.negative and (denied := _AFTERTHOUGHT.search(act)):  # "share the code: never"
                return (Clause(words, Force.PROHIBITED, "never", True, words[:at].strip(" ,"), f"{order[0]} {act[: denied.start()]}"),)  # noqa: FBT003
            return (Clause(words, force, order[0], force.negative, words[:at].strip(" ,"), act),)
    return ()


def _binds(clauses: tuple[Clause, ...]) -> bool:
    """Whether anything is asked for or permitted, but for what stands in a clause about a place ("…, where it can be seen")."""
    return any(clause.force is not Force.DESCRIPTIVE and ", where " not in clause.subject for clause in clauses)


def _parts(plain: str, words: str, key: str, *, bound: bool = True) -> tuple[str, ...]:
    """Return the parts that the cue words of *key* open, each up to the next stop or comma, or up to "and" and the next of these cues.

    *bound* tells that the sentence binds or permits.
    """
    out = []
    for cue in pattern("parts", key).finditer(plain):
        if opens_no_case(plain, cue, bound=bound) if key == "conditions" else excepts_nothing(plain, cue):
            continue
        end = _part_end(plain, cue.end(), opening=not plain[: cue.start()].strip())
        if key == "exceptions" and not _CLAUSAL.search(cue[0]):
            end = _subject_end(plain, cue.end(), end)
        out.append(words[cue.start() : _next_part(key, plain, cue.end(), end)].strip())
    return tuple(out)


def _subject_end(plain: str, at: int, end: int) -> int:
    """Return where what a subject leaves out ends, where its verb follows: "all guests except members must sign"."""
    return next((found.start() for found in every_cue().finditer(plain, at, end) if not subordinate(plain, found.start())), end)


def _next_part(key: str, plain: str, at: int, end: int) -> int:
    """Return where a part ends that another one is joined to: "except in games and unless …"; *end* where none is."""
    joins = _JOINING.finditer(plain, at, end)
    return next((found.start() for found in joins if pattern("parts", key).match(plain, found.end() + 1, end)), end)


def _part_end(plain: str, at: int, *, opening: bool) -> int:
    """Return where a part ends: at the next stop, or at a comma that does not merely part the things it lists ("unless a, b or c").

    One that opens the sentence leaves it something to say: it ends at its first comma where all that is left is nothing, or goes on with "and".
    """
    first = listed = 0
    for stop in _PART_END.finditer(plain, at):
        if stop[0] == "," and stop.end() > listed:
            listed = _last_listed(plain, stop.end())
        if stop[0] != "," or stop.end() > listed:
            rest = plain[stop.end() :]
            return first if opening and first and (not rest.strip() or _JOINED.match(rest)) else stop.start()
        first = first or stop.start()
    return len(plain)


def _last_listed(plain: str, at: int) -> int:
    """Return where the last thing begins of a list that goes on there and comes to its end with "and" or "or"; 0 where what follows is a clause of its own."""
    while True:
        following = _PART_END.search(plain, at)
        piece = plain[at : following.start() if following else len(plain)]
        if len(piece.split()) > _LISTED or every_cue().search(piece) or _DOES.match(piece):
            return 0
        if _JOINED.match(piece):
            return at
        if following is None or following[0] != ",":
            return at if following is not None and _LAST_BUT_ONE.search(piece) is not None else 0
        at = following.end()


def _members(words: str) -> tuple[str, ...]:
    if words.count(",") < 1:
        return ()
    out: list[str] = []
    for found in _LIST.finditer(words):
        parts = found[0].split(",")
        ends = [index for index, part in enumerate(parts) if index and _LAST_BUT_ONE.search(part, 0 if index > 1 else 1)]
        if ends:
            joined = ",".join(parts[: ends[-1] + 1])
            out += [part.strip().lower() for part in re.split(r",\s*(?:and/or|and|or)?\s*|\s+(?:and/or|and|or)\s+", joined) if part.strip()]
    return tuple(out)
