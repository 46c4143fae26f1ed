"""What the difference between two sentences means: force, polarity, exceptions, conditions, reach, orders, numbers, or only wording.

Two readings are aligned part by part; each part that came, went or changed is one trait with a direction. A trait that makes a duty or
prohibition bind more, or a permission less, is "stricter"; the reverse is "looser".
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from specdiff.model.language import Clause, Force, Reading
from specdiff.prose.comparison.acts import apart, invites, other_act, verb_replaced
from specdiff.prose.comparison.conditions import conditions
from specdiff.prose.comparison.degrees import degrees
from specdiff.prose.comparison.denied import reverse
from specdiff.prose.comparison.excepted import excepted_alike, exceptions, lesser
from specdiff.prose.comparison.forgoing import agree, forgoing, forgone, said_by
from specdiff.prose.comparison.gates import gated, half_way
from specdiff.prose.comparison.members import added_member, choice, more_room, one_gate_more
from specdiff.prose.comparison.pairs import aligned
from specdiff.prose.comparison.room import given, released, room
from specdiff.prose.comparison.swapped import swapped
from specdiff.prose.paraphrase.bounds import numbers, other_bounds
from specdiff.prose.paraphrase.content import stem, telling
from specdiff.prose.paraphrase.contraries import contrary, opposed, put_off
from specdiff.prose.paraphrase.forms import named_again, same_said
from specdiff.prose.paraphrase.interchanged import interchanged
from specdiff.prose.paraphrase.listing import other_steps, relisted
from specdiff.prose.paraphrase.little import turned_by_little
from specdiff.prose.paraphrase.provisos import demanded, made_a_proviso
from specdiff.prose.paraphrase.recast import recast
from specdiff.prose.paraphrase.restated import against, rebuilt
from specdiff.prose.paraphrase.retold import bound_alike, placed_alike, retold
from specdiff.prose.paraphrase.roles import ends_exchanged
from specdiff.prose.sentence.limits import common, hits, softer
from specdiff.prose.sentence.negation import DENIAL, HARDLY, NOT, bare, denied_twice
from specdiff.prose.sentence.parties import THE_ASSISTANT, of_the_addressed
from specdiff.prose.sentence.reading import read
from specdiff.prose.text.changes import changed_runs, changed_words, net_words, only_wording, quoted, quoted_changes, told
from specdiff.prose.text.dates import dated_otherwise, stamped_otherwise
from specdiff.prose.text.signs import changed_signs
from specdiff.prose.text.similar import ARTICLES, alignable, similarity, words
from specdiff.prose.traits import LOOSER, OTHER, PLAIN, STRICTER, Difference, Trait, binds, main_force
from specdiff.prose.values.ranking import only_rank, ranked_alike, turned

_ONLY = re.compile(r"(?<!\bnot )\b(?:only|solely|exclusively|merely)\b", re.IGNORECASE)
_SAME_ACT = 0.7
_SHARP = frozenset({"statement/reversed", "precedence/changed", "threshold/changed"})
"""What is never told of a sentence that only is told in other words."""
_OPENING = re.compile(r"^(?:in|for|when|if|by|at|on|with)\b[^,]{1,80},\s+(?=the\b|it\b)", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|before|without first)\b")
_OTHERWISE = re.compile(r"\b(?:never|not)\b[^;.]*\botherwise\b")
_ALWAYS = re.compile(r"\b(?:always|invariably|every time|without exception|in (?:all|every) cases?)\b")
_ANY_SUCH = re.compile(r"\bany (?:\w+ed|applicable|relevant|available|existing|such|other)\b", re.IGNORECASE)  # no more than there are
_WHOLE = 0.8
_ANEW = 24
"""Words that changed, above which, if they are most of all words, none of them alone says that the sentence reaches further or less far."""
_TELLING = 2
"""Words that are not common ones which an act must have to be recognised elsewhere."""


def compare(old: str, new: str, before: Reading, after: Reading) -> Difference:
    """Return what the difference between two sentences (normal forms and readings) means."""
    if old == new:
        return Difference(_forces(before, after))
    if words(told(old)) == words(told(new)) and not any(changed_signs(old, new)):
        return Difference((Trait("statement/reworded"),))
    if (built := _built(old, new, before, after)) is not None:
        return built
    gone, come = changed_words(old, new)
    turning = turned_by_little(old, new)
    ordered = _orders(old, new, before, after)
    if not (turning or ordered) and (wording := _wording(old, new, (gone, come), before, after) or _retold(old, new, before, after)):
        return Difference(_led(before, after) or wording)
    if denied_twice(old, new, before, after):
        return Difference((Trait("statement/changed", *quoted_changes(old, new), sure=False), *numbers(before, after, gone, come)))
    forces = _forces(before, after)
    parts = (
        part for part in (*exceptions(before, after), *conditions(before, after, old, new)) if not (forces and lesser(part, before, after))
    )
    traits = [*forces, *(part for part in parts if not _still_said(part, old, new)), *ordered]
    if not any(trait.rule.startswith(("statement/", "exception/", "condition/")) for trait in traits):
        degree = None if any(changed_signs(old, new)) else degrees(old, new, before, after)
        other = verb_replaced(before, after, gone, come)  # of another act there is no more and no less
        anew = len(gone) + len(come) > max(_ANEW, (len(words(old)) + len(words(new))) // 2)
        traits += [degree] if degree is not None else [] if other or anew else _reach(old, new, gone, come, before, after)
    if not dated_otherwise(old, new):
        traits += numbers(before, after, gone, come)
    if not traits:  # "should simply help", "should not simply help": with the same word in both it denies
        denied = [*gone, *come] == ["not"] and main_force(before, after) is not Force.DESCRIPTIVE
        direction = OTHER if not denied else STRICTER if come else LOOSER
        sure = before.force is after.force and _named(before) == _named(after)  # "asks" and "should ask" may be one, and so may who is to
        about = "act" if not denied and other_act(before, after) else "other words" if made_a_proviso(old, new, before, after) else ""
        traits = [
            Trait("statement/reversed" if denied else "statement/changed", *quoted_changes(old, new), direction, sure=sure, about=about)
        ]
    if not turning and _SHARP.isdisjoint(trait.rule for trait in traits) and recast(old, new, before, after):
        traits = [Trait("statement/changed", *quoted_changes(old, new), sure=False, about="other words")]
    elif {trait.rule for trait in traits} == {"statement/changed"} and (turned_bounds := other_bounds(old, new)):
        traits = [Trait("threshold/changed", *turned_bounds)]
    if not alignable(words(old), words(new)):
        traits = [replace(trait, sure=False) for trait in traits]
    return Difference(tuple(dict.fromkeys(traits)))


def _built(old: str, new: str, before: Reading, after: Reading) -> Difference | None:
    """Return what two sentences mean that differ in their build alone, or in the build of one part; ``None`` where they differ in more."""
    signs = any(changed_signs(old, new))  # which are no words, and say something
    if not signs and (same := gated(old, new, before, after)) is not None:
        return Difference((same,))
    if before.orders == after.orders and (built := rebuilt(before, after, old, new)) is not None:
        return Difference((Trait(*built),))
    other = turned(old, new)
    if other is not None and set(words(" ".join(other))).issuperset(chain(*changed_words(old, new))):
        return Difference((Trait("precedence/changed", *other),))
    nearer = "" if signs else half_way(old, new)
    return compare(nearer, new, read(nearer), after) if nearer else None


def _wording(old: str, new: str, changed: tuple[Sequence[str], Sequence[str]], before: Reading, after: Reading) -> tuple[Trait, ...]:
    """Return what two sentences mean that differ in wording or the order of steps, and perhaps in signs; nothing where they differ in more."""
    if other_steps(old, new):
        return (Trait("statement/changed", *quoted_changes(old, new)),)
    if stamped_otherwise(old, new):
        return (Trait("statement/reworded"),)
    moved = Counter(changed[0]) == Counter(changed[1])
    if moved and relisted(old, new):
        return (Trait("statement/reworded"),)
    if only_wording(*changed) and (not moved or (placed_alike(old, new) and bound_alike(before, after) and not ends_exchanged(old, new))):
        code = changed_signs(old, new)
        return (Trait("statement/changed", *code) if any(code) else Trait("statement/reworded"),)
    return (Trait("statement/reworded"),) if same_said(old, new) or named_again(changed_runs(old, new)) else ()


def _retold(old: str, new: str, before: Reading, after: Reading) -> tuple[Trait, ...]:
    if any(changed_signs(old, new)):
        return ()
    same = (
        only_rank(old, new)
        or interchanged(old, new, before, after)
        or excepted_alike(old, new, before, after)
        or (retold(old, new, before, after) and not ends_exchanged(old, new))
    )
    return (Trait("statement/reworded"),) if same else ()


def _named(reading: Reading) -> bool:
    """Whether a sentence names who acts."""
    return any(clause.subject for clause in reading.clauses) or reading.force is Force.DESCRIPTIVE


def _led(before: Reading, after: Reading) -> tuple[Trait, ...]:
    """Compare the forces of sentences that say the same, where what leads into the list gives it to one of them."""
    stated = all(not clause.cue or clause.cue in clause.text.lower() for one in (before, after) for clause in one.clauses)
    return () if stated else _forces(before, after)


def _still_said(part: Trait, old: str, new: str) -> bool:
    """Whether what came or went as an exception or condition stands in the other sentence too, where it was only read otherwise."""
    return bool(part.old) != bool(part.new) and (part.old or part.new).lower() in (new if part.old else old).lower()


# -- force and polarity -----------------------------------------------------------------------------------------------


def _forces(before: Reading, after: Reading) -> tuple[Trait, ...]:
    """Compare the forces of clauses that say the same; a binding clause without counterpart came or went."""
    pairs, lone_old, lone_new = aligned(before.clauses, after.clauses)
    out = [trait for a, b in pairs if (trait := _force(a, b)) is not None]
    out = out or _let_go(pairs, before, after)
    out = out or _within(lone_old, after.clauses, LOOSER) or _within(lone_new, before.clauses, STRICTER)
    lone_old = [one for one in lone_old if not _said_there(one, after)]
    lone_new = [one for one in lone_new if not _said_there(one, before)]
    if not out:
        out += [binds("", clause.cue, more=True) for clause in lone_new if clause.force.strength >= 2]  # noqa: PLR2004
        out += [binds(clause.cue, "", more=False) for clause in lone_old if clause.force.strength >= 2]  # noqa: PLR2004
        if {trait.rule for trait in out} == {"statement/strengthened", "statement/weakened"}:
            return ()
    return tuple(out)


def _said_there(lone: Clause, other: Reading) -> bool:
    """Whether a sentence asks for what a clause of another one asks for, in a clause of its own or as a proviso."""
    return said_by(lone, other.clauses) or (not lone.force.negative and demanded(telling(lone.act), other))


def _let_go(pairs: Sequence[tuple[Clause, Clause]], before: Reading, after: Reading) -> list[Trait]:
    """Return that a clause permits where its counterpart forbids, though it be another act, and nothing else in its sentence forbids: less is asked for."""
    for a, b in pairs:
        if {a.force.negative, b.force.negative} == {True, False} and Force.PERMITTED in (a.force, b.force):
            permits = after if a.force.negative else before
            return [] if any(one.force.negative for one in permits.clauses) else [binds(*_names(a, b), more=permits is before)]
    return []


def _force(a: Clause, b: Clause) -> Trait | None:
    one, two = a.force, b.force
    names = _names(a, b)
    turned_round = Trait(against(a, b), *names, STRICTER if two.negative else LOOSER, sure=Force.DESCRIPTIVE not in (one, two))
    contraries = _opposed(a, b)
    if one is two:
        return _as_strong(a, b, names) if contraries is None else Trait("statement/reversed", *contraries)
    if one.strength and two.strength and one.negative != two.negative:
        positive, negative = (a, b) if two.negative else (b, a)
        if (until := _UNTIL.search(negative.text)) and not _UNTIL.search(positive.text):  # what waits is no opposite of what is done
            return None if until[0] in ("until", "till") else binds(*names, more=two.negative, sure=False)
        alike = agree(positive, negative)
        if not alike or not forgoing(positive):
            if alike or contraries is not None:  # "must share" and "must not withhold" are no opposites
                return None
            return turned_round if turned_round.rule != "statement/reversed" or reverse(a, b) else None
    if Force.DESCRIPTIVE in (one, two):
        return _described(a, b, names, turned_round)
    return _more_or_less(a, b, names, sure=True)


def _as_strong(a: Clause, b: Clause, names: tuple[str, str]) -> Trait | None:
    """Return what became of a force that both sides have: advice that only encourages now, or a description that is denied on one side."""
    if invites(a) != invites(b) and "should" in (a.cue, b.cue):
        return binds(*names, more=invites(a), sure=True)
    return _facts(a, b) if a.force is Force.DESCRIPTIVE and (a.negated != b.negated or _rarely(a) != _rarely(b)) else None


def _described(a: Clause, b: Clause, names: tuple[str, str], turned_round: Trait) -> Trait | None:
    """Return what became of a force where one side only describes."""
    stated, other = (a, b) if a.force is Force.DESCRIPTIVE else (b, a)
    if _stated_and_denied(a, b):
        return turned_round
    if other.force is Force.PERMITTED:
        return _denied(a, b, names)
    if stated.negated and not other.force.negative and similarity(bare(stated.text), bare(_plain(other))) > _SAME_ACT and reverse(a, b):
        return replace(turned_round, rule="statement/reversed", direction=STRICTER if b.negated else LOOSER)
    if not other.subject and stated.text.lower().split()[1:] == other.act.lower().split():
        return None  # "Sort each letter", "Weigh each letter": another bare verb
    as_strong = other.force is Force.RECOMMENDED or (other.force is Force.PROHIBITED and " never " in stated.text)
    if as_strong and of_the_addressed(_OPENING.sub("", stated.text), THE_ASSISTANT):
        return None  # what the assistant does, or never does, is told as what it should do or must not
    if stated.negated and not other.force.negative:  # of another act: what is denied is not what is asked for
        names = (PLAIN, names[1]) if stated is a else (names[0], PLAIN)
    return _more_or_less(a, b, names, sure=False)


def _more_or_less(a: Clause, b: Clause, names: tuple[str, str], *, sure: bool) -> Trait | None:
    """Return that a force is greater or less than it was."""
    one, two = a.force, b.force
    # "prefer to wait", "count the stamps": neither is more of the other
    unlike = min(one.strength, two.strength) > Force.PERMITTED.strength and apart(a, b)
    return None if unlike or one.strength == two.strength else binds(*names, more=two.strength > one.strength, sure=sure)


def _opposed(a: Clause, b: Clause) -> tuple[str, str] | None:
    """Return the words that make contraries of what two binding clauses ask for; the verb of a bare order is its cue."""
    if Force.DESCRIPTIVE in (a.force, b.force):
        return None
    if not a.subject and not b.subject and contrary(a.cue, b.cue):
        return opposed(f"{a.cue} {a.act}", f"{b.cue} {b.act}")
    turned_down = None if Force.PERMITTED in (a.force, b.force) else forgone(a.act, b.act)  # who may decline to is not bound to
    return opposed(a.act, b.act) or put_off(a.act, b.act) or turned_down


def _facts(a: Clause, b: Clause) -> Trait | None:
    """What became of a description that is denied, or as good as denied, on one side only: "she never lies", "she rarely lies", "she lies"."""
    if similarity(bare(a.text), bare(b.text)) <= _SAME_ACT or (a.negated != b.negated and not reverse(a, b)):
        return None
    if a.negated == b.negated:
        was, now = (found[0].lower() if (found := HARDLY.search(one.text)) else PLAIN for one in (a, b))
        return Trait("statement/reversed", was, now, sure=False)
    if _OTHERWISE.search((b if b.negated else a).text):
        return binds(*_names(a, b), more=b.negated, sure=False)  # "and never otherwise": in this case alone
    was, now = quoted([run for run in changed_runs(a.text, b.text) if any(DENIAL.search(" ".join(side)) for side in run)])
    if not was or not now:
        was, now = _names(a, b)
    if _rarely(b if a.negated else a):
        return binds(was, now, more=b.negated)
    return Trait("statement/reversed", was, now, sure=False)


def _rarely(clause: Clause) -> bool:
    return HARDLY.search(clause.text) is not None


def _names(a: Clause, b: Clause) -> tuple[str, str]:
    names = _cue(a), _cue(b)
    if set(names) == {"no", PLAIN}:  # in a cell of a table, which says "yes" now
        was, now = quoted(changed_runs(a.text, b.text))
        return (was, now) if "no" in (was, now) and was and now else names
    return names


def _cue(clause: Clause) -> str:
    """Return the words of force; of a description those that deny, if it does."""
    if clause.cue or clause.force is not Force.DESCRIPTIVE:
        return clause.cue or clause.force.value
    denial = DENIAL.search(clause.text) if clause.negated else None
    return denial[0].lower() if denial else PLAIN


def _stated_and_denied(a: Clause, b: Clause) -> bool:
    """Whether one plainly says what the other speaks against: "it opens letters", "it will not open letters"."""
    stated, other = (a, b) if a.force is Force.DESCRIPTIVE else (b, a)
    if bare(stated.text.lower()).strip(" .") in bare(other.subject.lower()):
        return False  # "it is read once (and will not be read again)": what is stated is so on both sides
    alike = other.force.negative and not stated.negated and similarity(bare(stated.text.lower()), bare(_plain(other))) > _SAME_ACT
    return alike and reverse(a, b)


def _plain(clause: Clause) -> str:
    """Return a clause without the words that give it its force."""
    return f"{clause.subject} {clause.act}".lower()


def _denied(a: Clause, b: Clause, names: tuple[str, str]) -> Trait | None:
    """What "does not" and "may" make of one another: of the same act the opposite, of another one more or less room."""
    stated, up = (a, False) if a.force is Force.DESCRIPTIVE else (b, True)
    other = b if stated is a else a
    if not stated.negated:  # "the assistant asks", "the assistant may ask"
        done = (
            of_the_addressed(stated.text, THE_ASSISTANT)
            and not other.negated
            and similarity(bare(_plain(other)), bare(stated.text.lower())) > _SAME_ACT
        )
        always = _ALWAYS.search(stated.text) and not _ALWAYS.search(other.text)  # "may be told", "is always told"
        return binds(*names, more=up) if done or always else None
    plainly = not NOT.search(other.text) and _same_act(NOT.split(stated.act, maxsplit=1)[-1], other.act)
    if (plainly or similarity(bare(a.act), bare(b.act)) > _SAME_ACT) and reverse(a, b):
        return Trait("statement/reversed", *names, STRICTER if up else LOOSER, sure=False)
    return binds(*names, more=up)


def lost(before: Reading, after: Reading) -> tuple[Clause, ...]:
    """Return the clauses of the first reading that bind or allow, and that have no counterpart in the second."""
    return tuple(clause for clause in aligned(before.clauses, after.clauses)[1] if clause.force.strength)


def turned_round(clauses: Sequence[Clause], other: Reading) -> tuple[str, str] | None:
    """Return the words of force of the first of some clauses that *other* says the opposite of, and those of *other*; ``None`` where there is none."""
    for one in clauses:
        for two in other.clauses:
            opposite_forces = two.force.strength and one.force.negative != two.force.negative
            if opposite_forces and _same_act(one.act, two.act) and not agree(*((one, two) if two.force.negative else (two, one))):
                return one.cue, two.cue
    return None


def _within(lone: Sequence[Clause], others: Sequence[Clause], direction: str) -> list[Trait]:
    """Return what only one sentence speaks against, where the other says it itself: "may share it, but not sell it", "may share it and sell it"."""
    denied, said = (
        [one for one in lone if one.force.negative or one.negated],
        [two for two in others if not (two.force.negative or two.negated)],
    )
    pairs = [
        _names(one, two)
        for one in denied
        for two in said
        if _same_act(bare(one.act or one.text), two.act or two.text, telling=1) and not agree(two, one) and reverse(one, two)
    ]
    return [Trait("statement/reversed", *(names if direction is LOOSER else names[::-1]), direction, sure=False) for names in pairs[:1]]


def _same_act(one: str, other: str, telling: int = _TELLING) -> bool:
    """Whether two acts are the same, or one says the whole of the other and more: "deny it" in "deny it where a guest is at risk".

    *telling*: so many words that are not common ones the shorter must have.
    """
    first, second = sorted((words(one), words(other)), key=len)
    if len([word for word in first if word not in common()]) < telling:
        return False
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - heavy

    shorter, longer = ([stem(word) for word in side if word not in ARTICLES] for side in (first, second))
    return LCSseq.similarity(shorter, longer) >= _WHOLE * len(shorter)


# -- reach, orders, numbers -------------------------------------------------------------------------------------------


def _reach(old: str, new: str, gone: Sequence[str], come: Sequence[str], before: Reading, after: Reading) -> list[Trait]:
    """Compare words that widen or limit a binding sentence, and what it lists."""
    main = main_force(before, after)
    if Force.DESCRIPTIVE in (before.force, after.force):  # of what only one side states as a rule there is no more and less
        out = released(gone, come, before, after)
        return [binds(*quoted_changes(old, new), more=out < 0)] if out else []
    if (more := given(gone, come, before, after)) or main is Force.PERMITTED:
        tighter = -(more or room((old, new), gone, come, before, after))
    else:
        absolute = hits("absolute", new) - hits("absolute", old) + len(_ANY_SUCH.findall(old)) - len(_ANY_SUCH.findall(new))
        tighter = absolute - softer(old, new) + _exclusive(new) - _exclusive(old) - (one_gate_more(old, new) if gone and come else 0)
        lost, won = net_words(gone, come)
        if not tighter and won and not lost and added_member(old, new):
            tighter = more_room(won, new) or int(not choice(won, after))
        if not tighter and lost and not won and added_member(new, old):
            tighter = -(more_room(lost, old) or int(not choice(lost, before)))
    return [binds(*quoted_changes(old, new), more=tighter > 0)] if tighter else []


def _exclusive(text: str) -> int:
    """Count the words that shut everything else out: a duty that holds "only" forbids the rest; "not only" does not."""
    return len(_ONLY.findall(text))


def _orders(old: str, new: str, before: Reading, after: Reading) -> list[Trait]:
    if (other := turned(old, new)) is not None:
        return [Trait("precedence/changed", *other), Trait("statement/reversed", *other)]
    if before.orders == after.orders or ranked_alike(old, new):
        return []
    pair = swapped(before.orders, after.orders)
    turned_round = [] if pair is None else [Trait("statement/reversed", *pair)]
    return [Trait("precedence/changed", _shown(before.orders), _shown(after.orders)), *turned_round]


def _shown(orders: Sequence[Sequence[str]]) -> str:
    return "; ".join(" > ".join(order) for order in orders) or "no order"
