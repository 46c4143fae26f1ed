"""Approvals."""

from specdiff.model.review import Accepted
from specdiff.model.settings import Approval, Settings
from specdiff.review.accepted import accepted


def test_an_approval_accepts_the_finding_with_its_fingerprint_through_its_last_day():
    settings = Settings(approvals=(Approval("ab", "Ada", "agreed", "2026-01-31"),), today="2026-01-31")
    assert accepted(settings, {"ab"}) == ({"ab": Accepted("Ada", "agreed", "2026-01-31")}, ())


def test_an_expired_approval_accepts_nothing_and_is_reported():
    settings = Settings(approvals=(Approval("ab", "Ada", "agreed", "2026-01-31", "statement/weakened"),), today="2026-02-01")
    found, notes = accepted(settings, {"ab"})
    assert found == {}
    assert notes == ("Approval ab (statement/weakened) by Ada expired on 2026-01-31; approve the finding again or resolve it.",)


def test_an_approval_that_fits_nothing_is_reported():
    found, notes = accepted(Settings(approvals=(Approval("ab", "Ada", "agreed"),)), {"cd"})
    assert found == {}
    assert notes == ("Approval ab by Ada fits no finding; remove it from the approvals file.",)


def test_an_approval_with_no_date_holds():
    assert accepted(Settings(approvals=(Approval("ab", "Ada", "agreed"),), today="2030-01-01"), {"ab"})[1] == ()


def test_what_follows_is_accepted_where_it_is_named_and_else_reported():
    approval = Approval("ab", "Ada", "agreed", follows=("c1",))
    found, notes = accepted(Settings(approvals=(approval,)), {"ab", "c1", "c2"}, [("c1", "ab"), ("c2", "ab")])
    assert sorted(found) == ["ab", "c1"]
    assert notes[0].startswith("Approval ab by Ada: 1 finding follows from it and is not accepted with it;")
    _, notes = accepted(Settings(approvals=(Approval("ab", "Ada", "agreed"),)), {"ab", "c1", "c2"}, [("c1", "ab"), ("c2", "ab")])
    assert notes[0].startswith("Approval ab by Ada: 2 findings follow from it and are not accepted with it;")
