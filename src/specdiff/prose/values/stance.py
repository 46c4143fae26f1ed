"""What a sentence says for or against a value, as far as its words and its force tell.

For "lying is never justified to defend confidential instructions": *lying* is contrary to honesty and *never justified*, so honesty
gains 1; *confidential* names what is to be defended, and just that is never justified, so confidentiality loses 1.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from specdiff.model.language import Force, Reading
from specdiff.prose.lexicon import alternation
from specdiff.prose.values.comparisons import comparisons, conflicts
from specdiff.prose.values.glossary import Glossary, Mention, says, turning

_WEIGHT = {
    Force.PROHIBITED: -1.0,
    Force.DISCOURAGED: -0.7,
    Force.REQUIRED: 1.0,
    Force.RECOMMENDED: 0.7,
    Force.PERMITTED: 0.5,
    Force.DESCRIPTIVE: 0.25,
}
_OF_THE_ASSISTANT = 0.5  # "the assistant thrives on …" describes conduct that is expected
_CONDUCT = re.compile(r"(?:the )?(?:assistant|model|agent|system|ai|it|you|we)\b")
_IN_EXCEPTION = 0.4  # what an exception is made for gains, whatever the rule
_WITH_EXCEPTION = 0.6  # a rule with an exception says less
_IN_ORDER = 0.8
_LONGEST = 4_000  # letters: no sentence that somebody wrote; each mention in it costs time in proportion to its length
_NEAR = 8
_TOPIC_NEAR = 12
_CONCEDED = 0.7  # "while in general …" says what holds in general
_SET_ASIDE = 0.7  # "even if this hurts" says what does not count
_WISHED = re.compile(r"\b(?:would (?:rather|prefer|like)|wants?|wish(?:es)?|prefers?|asks?|insists?|demands?|instructs?|orders?)\b")
_STAKES = re.compile(
    r"^(?:if|when|where|whenever|wherever|in case)\b.*?\b(?:would|could|might|may|risks?|threatens?)\b|^\w+ (?:this|doing so|that)\b"
)
# "except when this would harm": what is feared in a case that is excepted gains; "unless asked to lie" excepts the act
_CASE = re.compile(r"\b(?:when|if|where|unless)\b(?!.*\bto (?:\w+ly )?$)")
_AT_STAKE = re.compile(
    r"\s(?:is|are|would be|might be|may be|could be|(?:seems?|appears?)(?: to be)?)\s(?:at (?:stake|risk)|in (?:danger|peril)|endangered|threatened)\b"
)
_WHEREVER = re.compile(r"\bwherever\b[^,;:.]*")
_DEMANDED = re.compile(r"^(?:provided|providing|as long as|so long as|on condition|only (?:if|when|where))\b")
_JUDGED = re.compile(
    r"(?:allowed|permitted|acceptable|unacceptable|justified|prohibited|forbidden|banned|discouraged|encouraged|required|recommended"
    r"|fine|okay|optional|ruled out|(?:is|are) out|out of bounds|out of the question)$"
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|as|where|why|how|whether|what)(?:\s+[\w'-]+){0,3}\s*$")
_PRONOUN_AND = re.compile(r"^.*\b(?:it|them|this|that) and\b")  # "ask about them and carry on": what is asked about ends there
_PURPOSE = re.compile(r"(?<!due)(?<!prior)(?<!related) to$")  # what a circumstance was told for: "about a user, to tailor …"
_TURN = re.compile(r";|,\s+(?:but|yet|so)\b|,\s+and\s+(?:the|an?|it|they|we|our|this|these|there|if|when|where|wherever|once|in)\s|[.!?]\s")
_DASH = " - "  # two of them hold an aside, after which the sentence goes on
_PLACE = re.compile(
    r"\b(?:in|within|inside|via|through|by|per|under|from)(?: (?:the|its|an?|their|your))?$"
)  # "stated in the system message" tells where
_ENDS = re.compile(r"[.!?]\s")
_DENIAL = re.compile(r"(?:(?:the|this) )?\w+ (?:(?:does|do|will) )?(?=(?:never|not) )")
_STOPPED = re.compile(  # "stop and ask", "ignore the call and go on": nothing but what goes on ends there
    r"^.*\b(?:(?:stop|stops|stopping|cease|ceases)|ignor(?:e|es|ing) (?:it|them|(?:the|an?|its|their|this|that|any) (?:[\w'-]+ ){0,2}[\w'-]+)) and\b"
    r"(?!\s(?:the|an?|its|their|any|all|your)\b)"
)
_DONE = re.compile(r"^.*\b(?:cannot|\w+n't|what \w+ (?:\w+ )?not)\b.*?\band\b")  # "what it cannot do and …": the denial ends there
_LISTED = re.compile(r"^(?!.*\b(?:and|but)\b).*,(?:.*\s)?n?or\s")  # "does not copy, keep or …": the denial goes on behind the commas
_WORD = re.compile(r"[\w'-]+")
_STOP = re.compile(r"[;:,.!?()]|\s-\s")
# "must not tell, to protect privacy" gives a reason; without the comma just that purpose is ruled out
_REASON = re.compile(r"(?:in order |so as )?to\b")
_NOT = re.compile(r"\b(?:not|never|no longer)\b")
_FEW = re.compile(r"(?:\s*[\w'-]+){1,3}")  # words in which it is told what is done to a subject
_WAIVED = re.compile(r"\b(?:not|no)\b|n't\b")  # "need not", "there is no need to"
_INSTEAD = re.compile(r"^.*\b(instead of|in place of|rather than)\b")  # what stands before it turns nothing after it
_GOES_ON = re.compile(r",\s(?:and|but)\s(?:\w+\s)?$")
_SAID = re.compile(
    r"(?<=user)\s+that\b|(?<=users)\s+that\b|(?<=people)\s+that\b|(?<=person)\s+that\b|(?<=reader)\s+that\b|(?<=them)\s+that\b"
)
_IS = re.compile(r"\s(?:[\w'-]+\s){0,4}?(?:is|are|was|were|be|been|being|gets?)\s")


class Stance(NamedTuple):
    """How much a sentence promotes a value (up to 1) or limits it (down to -1), and the words that say so."""

    weight: float
    why: str


class _Cue(NamedTuple):
    start: int
    end: int
    force: Force
    judges: bool


def stances(words: str, read: Callable[[], Reading], glossary: Glossary) -> dict[str, Stance]:
    """Return what a sentence in normal form says of each value that it is about, by the value's name: of one that nobody can follow, nothing.

    Where it says as much for a value as against it, it says nothing of it. It is *read* only where it is about one.
    """
    lower = words.lower()
    mentions = glossary.mentions(lower) if len(lower) <= _LONGEST else ()
    if not mentions:
        return {}
    sentence = _Sentence(lower, read())
    found: dict[str, list[Stance]] = {}
    for mention in mentions:
        weight = sentence.weight(mention)
        if weight:
            found.setdefault(mention.value, []).append(Stance(weight, lower[mention.start : mention.end]))
    for value, stance in sentence.left_to():
        found.setdefault(value, []).append(stance)
    said = {name: one for name, many in sorted(found.items()) if (one := _summed(many)).weight}
    return said | sentence.outdone(mentions, said)


def _summed(many: list[Stance]) -> Stance:
    """Two words for one value in one sentence do not say it twice; of opposite ones the rest counts. An adverb is quoted where no other word says as much."""
    strongest = max(many, key=lambda one: (abs(one.weight), not one.why.endswith("ly")))
    against = max((abs(one.weight) for one in many if one.weight * strongest.weight < 0), default=0.0)
    rest = (abs(strongest.weight) - against) * (1 if strongest.weight > 0 else -1)
    return Stance(rest, strongest.why)


class _Sentence:
    """A sentence whose mentions are weighed by what governs them."""

    def __init__(self, lower: str, reading: Reading) -> None:
        self._lower = lower
        self._reading = reading
        self._cues = _cues(lower, reading)
        self._apart = [(at, at + len(part)) for part in reading.conditions if (at := lower.find(part)) >= 0]
        self._apart += [found.span() for found in _WHEREVER.finditer(lower)] if "wherever" in lower else []
        opening = next((end for start, end in self._apart if start == 0 and lower.startswith(", ", end)), -2)
        self._main = opening + 2  # where the main clause begins, behind a condition that opens the sentence
        self._exceptions = [(at, at + len(part)) for part in reading.exceptions if (at := lower.find(part)) >= 0]
        self._denial = found.end() if (found := _DENIAL.match(lower)) else 0  # where a description begins to deny what somebody does
        self._aside = [found.span() for found in _aside().finditer(lower)]
        self._compared = comparisons(lower)
        self._at_odds = conflicts(lower)

    def left_to(self) -> Iterator[tuple[str, Stance]]:
        """Yield the value of those whose say a condition or an exception waits for, or whose say is set aside, and how much that is for it."""
        for weight, spans in ((_IN_EXCEPTION, (*self._apart, *self._exceptions)), (-_SET_ASIDE * self._most(), self._aside)):
            for start, end in spans:
                for value, pattern in says():
                    if found := pattern.search(self._lower, start, end):
                        yield value, Stance(weight, found[0])

    def _most(self) -> float:
        """Return the weight of the clause that binds most; of a description, what is recommended weighs."""
        return max((abs(self._force_weight(cue.force)) for cue in self._cues), default=_WEIGHT[Force.RECOMMENDED])

    def outdone(self, mentions: Iterable[Mention], said: Mapping[str, Stance]) -> dict[str, Stance]:
        """Return what the values lose that the sentence finds at odds with the one that it decides for."""
        most = max((one.weight for one in said.values()), default=0.0)
        if most <= 0:
            return {}
        at_odds = [
            mention for mention in mentions if self._within(mention, self._at_odds) and mention.sign > 0 and mention.value not in said
        ]
        return {mention.value: Stance(-most, self._lower[mention.start : mention.end]) for mention in at_odds}

    def weight(self, mention: Mention) -> float:
        """Return the signed weight of one mention, 0 where it only names the value."""
        placed = self._placed(mention)
        if placed is not None:
            return placed
        if around := [start for start, end in self._exceptions if start <= mention.start < end]:
            feared = mention.sign < 0 and any(_CASE.search(self._lower, start, mention.start) for start in around)
            feared = feared or (mention.topic and _AT_STAKE.match(self._lower, mention.end) is not None)
            return _IN_EXCEPTION * (1 if feared else self._local(mention, self._near(mention, 0), Force.DESCRIPTIVE, judged=False))
        if aside := [start for start, end in self._aside if start <= mention.start < end]:
            wished = mention.sign < 0 and any(_WISHED.search(self._lower, start, mention.start) for start in aside)
            return (_SET_ASIDE if wished else -_SET_ASIDE) * self._most()  # "even if the user wants it hidden" is for telling it
        conceded = 1.0
        for start, end in self._apart:
            if start <= mention.start < end:
                if not self._lower.startswith(("while ", "although "), start):
                    return self._at_stake(mention, start)
                conceded = _CONCEDED
        cue = self._governing(mention)
        if (
            cue is not None
            and cue.start >= mention.end
            and not cue.judges
            and self._conducts(mention)
            and _GOES_ON.search(self._lower, 0, cue.start)
        ):
            cue = None  # "it names what went well, and should wait": what is told first is done, and nothing is asked of it
        force = cue.force if cue else self._reading.force if not self._cues else Force.DESCRIPTIVE
        ahead = cue.end if cue and cue.end <= mention.start else 0
        local = self._local(mention, self._near(mention, ahead), force, judged=bool(cue and cue.judges))
        # "should not mention": the denial in "not mention" is that of the rule
        shared = cue is not None and cue.start < mention.start < cue.end and _NOT.match(self._lower, mention.start) is not None
        if shared or self._denied(self._denial if cue is None else ahead, mention) or (ahead and self._waived(cue)):
            local = -local
        if cue is None:
            local = (0.0 if self._conducts(mention) else self._done_to(mention.end, mention)) or local
        elif cue.start >= mention.end and not cue.judges:
            local = self._of_subject(cue, mention)
        return self._force_weight(force) * local * conceded * (_WITH_EXCEPTION if self._reading.exceptions else 1.0)

    @staticmethod
    def _within(mention: Mention, spans: Iterable[tuple[int, int]]) -> bool:
        return any(start <= mention.start < end for start, end in spans)

    def _waived(self, cue: _Cue | None) -> bool:
        """Whether a force word allows that something is not done."""
        return cue is not None and cue.force is Force.PERMITTED and _WAIVED.search(self._lower, cue.start, cue.end) is not None

    def _placed(self, mention: Mention) -> float | None:
        """Return what a mention weighs by its place before or behind another, 0 where only what is at odds is named; ``None`` where neither is told."""
        if place := self._ordered(mention):
            return place * _IN_ORDER * (self._local(mention, self._near(mention, 0), Force.DESCRIPTIVE, judged=False) or mention.sign)
        for compared in self._compared:
            for place, (start, end) in ((1, compared.ahead), (-1, compared.behind)):
                if start <= mention.start < end:
                    since = compared.denied if start <= compared.denied <= mention.start else start
                    return place * _IN_ORDER * self._local(mention, self._near(mention, since), Force.DESCRIPTIVE, judged=False)
        return 0.0 if self._within(mention, self._at_odds) else None

    def _at_stake(self, mention: Mention, condition: int) -> float:
        """Return what a value gains for whose sake a condition is made ("if this would reveal …"); one that tells of a case says nothing of it."""
        if (
            mention.sign > 0
            and not mention.topic
            and (_DEMANDED.match(self._lower[condition:]) or self._lower.endswith("only ", 0, condition))
        ):
            return _IN_EXCEPTION * self._local(mention, self._near(mention, condition), Force.DESCRIPTIVE, judged=False)
        feared = (mention.sign < 0 or mention.topic) and _STAKES.match(self._lower[condition : mention.start])
        return _IN_EXCEPTION if feared and self._local(mention, self._near(mention, condition), Force.DESCRIPTIVE, judged=False) else 0.0

    def _force_weight(self, force: Force) -> float:
        if force is Force.DESCRIPTIVE and (conduct := _CONDUCT.match(self._lower, self._main)):
            return 1.0 if self._lower.startswith(" never ", conduct.end()) else _OF_THE_ASSISTANT
        return _WEIGHT[force]

    def _conducts(self, mention: Mention) -> bool:
        """Whether a mention tells what somebody does, so that what follows is not done to it: "it tells guests that a word was left out"."""
        conduct = _CONDUCT.match(self._lower, self._main)
        return (conduct is not None and conduct.end() <= mention.start) or _SAID.match(self._lower, mention.end) is not None

    def _of_subject(self, cue: _Cue, mention: Mention) -> float:
        """Return the sign of a mention in the subject: "refusals should be polite" does not ask to refuse."""
        if not mention.topic and _against().search(self._lower, cue.start, cue.end):
            return float(mention.sign)  # "should be avoided" is against it already
        return self._done(cue.end, mention)

    def _done_to(self, since: int, mention: Mention) -> float:
        """Return the sign of the subject of a description, by what is done to it ("warnings are left out"); 0 where nothing is."""
        found = _IS.match(self._lower, since)
        return self._done(found.end(), mention) if found else 0.0

    def _done(self, since: int, mention: Mention) -> float:
        """Return the sign that the first words there give to a subject of which they tell what is done to it; 0 where they do not tell."""
        few = _FEW.match(self._lower, since)
        ends = few.end() if few else since
        if mention.topic:
            kept, harmed = (_participles(key).search(self._lower, since, ends) for key in ("protective", "harmful"))
            return 0.0 if (kept is None) is (harmed is None) else 1.0 if kept else -1.0
        sign = float(mention.sign)
        if _against().search(self._lower, since, ends):
            return -sign
        return sign if _for().search(self._lower, since, ends) and not _NOT.search(self._lower, since, ends) else 0.0

    def _denied(self, since: int, mention: Mention) -> bool:
        """Whether the act that the force word opens begins by denying it ("must avoid …"), too far from the mention to be seen there."""
        between = _STOPPED.sub("", self._lower[since : mention.start]) if since else ""
        words = between.split()
        if _TURN.search(between) or between.count(_DASH) % 2 or _INSTEAD.search(between):
            return False
        far = len(words) > self._reach(mention) or _LISTED.search(between)
        return bool(far and words[0] in turning()["flips"].words)

    def _reach(self, mention: Mention) -> int:
        return _TOPIC_NEAR if mention.topic else _NEAR

    def _near(self, mention: Mention, since: int) -> str:
        """Return the few words before a mention, up to the last stop."""
        before = _INSTEAD.sub(r"\1", _STOPPED.sub("", _DONE.sub("", _STOP.split(self._lower[since : mention.start])[-1])))
        return " ".join(before.split()[-self._reach(mention) :])

    def _local(self, mention: Mention, before: str, force: Force, *, judged: bool) -> float:
        """Return the sign that the words right before give a mention."""
        turns = turning()
        around = _PRONOUN_AND.sub("", before).replace("how to ", "to ")
        if turns["circumstances"].count(around) and not _PURPOSE.search(before):
            return 0.0
        sign = float(mention.sign)
        if mention.topic:
            verbs = [word for word in before.split() if word in turns["protective"].words or word in turns["harmful"].words]
            if not verbs or _PLACE.search(before):
                return 0.0
            sign = 1.0 if verbs[-1] in turns["protective"].words else -1.0
        averted = mention.sign < 0 and turns["averting"].count(before)
        aimed = _REASON.match(before) is not None and mention.sign > 0 and force.negative and not judged
        flips = turns["flips"].count(before) + averted + aimed
        if force.negative and not judged and "nor" in before.split():
            flips -= 1  # "must not tell, nor hint at": the denial goes on
        return -sign if flips % 2 else sign

    def _governing(self, mention: Mention) -> _Cue | None:
        within = next((cue for cue in self._cues if cue.start < mention.end and mention.start < cue.end), None)
        if within is not None:
            return within
        before = next((cue for cue in reversed(self._cues) if cue.end <= mention.start), None)
        after = next(
            (cue for cue in self._cues if cue.start >= mention.end and not _ENDS.search(self._lower, mention.end, cue.start)), None
        )
        turned = before is not None and self._turned(before.end, mention.start)
        if after is not None and (before is None or (turned and after.judges)):
            return after
        return None if turned else before

    def _turned(self, since: int, until: int) -> bool:
        """Whether something else begins between two places of the sentence."""
        return _TURN.search(self._lower, since, until) is not None or self._lower.count(_DASH, since, until) % 2 == 1

    def _ordered(self, mention: Mention) -> int:
        """1 for a mention in the first part of an explicit order, -1 in its last, else 0."""
        text = self._lower[mention.start : mention.end]
        for order in self._reading.orders:
            if len(order) > 1 and text in order[0]:
                return 1
            if len(order) > 1 and text in order[-1]:
                return -1
        return 0


@cache
def _against() -> re.Pattern[str]:
    """Return what finds that something is done against a subject ("should be avoided")."""
    words = [word for word in turning()["flips"].words if word.endswith("ed")]
    return re.compile(alternation([*words, *_all_of("done_against")]))


@cache
def _for() -> re.Pattern[str]:
    """Return what finds that something is done for a subject ("should be added")."""
    return re.compile(alternation(_all_of("done_for")))


@cache
def _participles(key: str) -> re.Pattern[str]:
    """Return what finds that something protective, or harmful, is done to a subject ("must not be shared")."""
    words = [word for word in turning()[key].words if word.endswith("ed")]
    return re.compile(alternation([*words, *_all_of(f"{key}_done")]))


def _all_of(key: str) -> list[str]:
    words = turning()[key]
    return sorted({*words.words, *words.phrases})


@cache
def _aside() -> re.Pattern[str]:
    """Return what finds the part of a sentence that says what does not count."""
    before, after = ("|".join(_all_of(key)) for key in ("despite", "no_ground"))
    as_may_be = (  # "useful as a word on it might be"
        r"(?<![^,;:] )\b(?!(?:such|so|as|just|even|well|long|soon|far|much|same|insofar|inasmuch) )"
        r"\w+ as (?:[\w'-]+ ){1,10}?(?:might|may|would|could)\b[^,;.:]*"
    )
    return re.compile(rf"\b(?:{before})\b[^,;.:]*|{as_may_be}|(?:^|(?<=[,;.:] ))[^,;.:]*?(?=\b(?:{after})\b)")


def _cues(lower: str, reading: Reading) -> list[_Cue]:
    """Return the force words with their places; one in a relative clause ("lies that people may tell are …") governs nothing outside it."""
    cues, at = [], 0
    for clause in reading.clauses:
        start = lower.find(clause.cue, at) if clause.cue else -1
        if start < 0:
            continue
        at = start + len(clause.cue)
        cues.append(_Cue(start, at, clause.force, _JUDGED.search(clause.cue) is not None))
    return [cue for cue in cues if not _RELATIVE.search(lower[: cue.start])] or cues
