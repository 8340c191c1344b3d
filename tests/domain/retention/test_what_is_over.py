"""What the rules must not take, and what nobody can keep from them (KEEP-02, KEEP-06)."""

from dataclasses import replace
from datetime import UTC, datetime

import psycopg
import pytest
from psycopg.types.json import Jsonb

from ccus.domain.retention import night
from ccus.domain.retention.carrying import carry_out
from ccus.domain.retention.catalogue import BY_KEY
from ccus.domain.retention.night import carry_out_all

YEARS_LATER = datetime(2033, 6, 1, 16, tzinfo=UTC)


def test_factors_and_notices_of_the_next_chief_outlive_the_seat_of_the_one_before(
    owner: psycopg.Connection,
) -> None:
    [[account]] = owner.execute("select account_id from seat where name = '会社人 席太'").fetchall()
    owner.execute("update account set closed_at = null where id = %s", [account])
    owner.execute(
        "insert into seat (company_id, account_id, role, name, mail, opened_at, opened_by, live_session)"
        " select company_id, account_id, role, '次の人', '', opened_at, opened_by, '' from seat"
        " where account_id = %s",
        [account],
    )
    carry_out(owner, BY_KEY["seats"], at=YEARS_LATER)
    for kept in ("mfa_authenticator where user_id", "notice where account_id"):
        assert owner.execute(f"select from {kept} = %s".encode(), [account]).fetchall()


def test_words_of_a_conclusion_go_though_the_company_was_never_asked(owner: psycopg.Connection) -> None:
    owner.execute("set local ccus.erasure = 'on'")
    owner.execute("update look_case set said_words = '', asked_words = ''")
    carry_out(owner, BY_KEY["look_cases"], at=YEARS_LATER)
    assert owner.execute("select distinct words from look_verdict").fetchall() == [("（消去）",)]


def test_a_proposal_that_nobody_answered_goes_after_it_ran_out(owner: psycopg.Connection) -> None:
    owner.execute("alter table office_proposal disable trigger user")
    owner.execute(
        "update office_proposal set answer = '', answered_at = null, answered_by = '', answer_words = ''"
    )
    carry_out(owner, BY_KEY["proposals"], at=YEARS_LATER)
    assert owner.execute("select from office_proposal").fetchall() == []


@pytest.mark.parametrize(
    ("key", "said", "left"),
    [
        (
            "corrections",
            "update change_set set words = '（消去）', basis = '（消去）'",
            "change_row where seen <> '{}'",
        ),
        ("seats", "update seat set name = '（消去）'", "seat where mail <> ''"),
        (
            "responsible",
            "update company_responsible set person = '（消去）'",
            "company_responsible where mail <> ''",
        ),
    ],
)
def test_whoever_is_called_as_if_erased_is_erased_nonetheless(
    owner: psycopg.Connection, key: str, said: str, left: str
) -> None:
    owner.execute("set local ccus.erasure = 'on'")
    owner.execute(said.encode())
    carry_out(owner, BY_KEY[key], at=YEARS_LATER)
    assert owner.execute(f"select from {left}".encode()).fetchall() == []


def test_a_rule_that_cannot_even_be_counted_keeps_no_other_from_its_turn(
    world: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = replace(BY_KEY["tries"], where="no_such_column")
    monkeypatch.setattr(night, "RULES", (broken, replace(BY_KEY["mails"], where="false")))
    done = carry_out_all(world, at=YEARS_LATER)
    assert dict(done.lines.values_list("rule", "failed")) == {"tries": 1, "mails": 0}
    done.refresh_from_db()
    assert done.finished_at


def test_an_image_that_two_closed_applications_show_goes_when_both_go(owner: psycopg.Connection) -> None:
    owner.execute("set local ccus.erasure = 'on'")
    [[first, filer], [second, _]] = owner.execute(
        "select id, filed_by from application where applicant_id is null and state = 'withdrawn'"
    ).fetchall()
    same = "update application a set worker_id = c.worker_id, company_id = c.company_id from application c"
    owner.execute(f"{same} where c.id = %s and a.id = %s".encode(), [first, second])
    image, key = _held_image(owner, filer)
    held = Jsonb([{"values": {"image": key}}])
    owner.execute(
        "update submission set contents = %s where application_id = any(%s)", [held, [first, second]]
    )
    carry_out(owner, BY_KEY["closed_cases"], at=YEARS_LATER)
    assert owner.execute("select from evidence where id = %s", [image]).fetchall() == []


@pytest.mark.parametrize("state", ["returned", "fee_due"])
def test_an_application_that_its_filer_left_goes_with_its_images(
    owner: psycopg.Connection, state: str
) -> None:
    owner.execute("set local ccus.erasure = 'on'")
    [[left, filer]] = owner.execute(
        "update application set state = %s, closed_at = null where id ="
        " (select id from application where applicant_id is null and state = 'withdrawn' limit 1)"
        " returning id, filed_by",
        [state],
    ).fetchall()
    image, key = _held_image(owner, filer)
    held = Jsonb([{"values": {"image": key}}])
    owner.execute("update submission set contents = %s where application_id = %s", [held, left])
    owner.execute("update charge set is_open = true where subject = 'application:' || %s", [left])
    owner.execute("delete from settlement s using charge c where c.id = s.charge_id and c.is_open")
    assert not carry_out(owner, BY_KEY["left_open"], at=YEARS_LATER).failed
    open_ones = "select from charge where is_open and subject = 'application:' || %s"
    assert owner.execute(open_ones, [left]).fetchall() == []
    assert owner.execute("select from evidence where id = %s", [image]).fetchall() == []
    assert owner.execute("select from application where id = %s", [left]).fetchall() == []


@pytest.mark.parametrize(("key", "state"), [("closed_cases", "withdrawn"), ("left_open", "fee_due")])
def test_what_was_written_about_the_fee_of_an_application_goes_with_it_whoever_paid(
    owner: psycopg.Connection, key: str, state: str
) -> None:
    owner.execute("set local ccus.erasure = 'on'")
    [[over]] = owner.execute(
        "update application set state = %s where id = (select id from application"
        " where applicant_id is null and state = 'withdrawn' limit 1) returning id",
        [state],
    ).fetchall()
    [[fee]] = owner.execute(
        "update charge set payer = 'company:1', subject = 'application:' || %s where id ="
        " (select min(charge_id) from settlement) returning id",
        [over],
    ).fetchall()
    owner.execute("update settlement set note = '山田 花子さん' where charge_id = %s", [fee])
    carry_out(owner, BY_KEY[key], at=YEARS_LATER)
    notes = owner.execute("select note from settlement where charge_id = %s", [fee]).fetchall()
    assert ("（消去）",) in notes
    assert ("山田 花子さん",) not in notes


def _held_image(owner: psycopg.Connection, filer: str) -> tuple[int, str]:
    """(key, name) of an image that was handed in."""
    [[image, key]] = owner.execute(
        "insert into evidence (key, purpose, owner, content, preview, width, height, sha256, is_masked, uploaded_at,"
        " kept_at) select gen_random_uuid(), purpose, %s, content, preview, width, height, sha256, is_masked,"
        " uploaded_at, now() from evidence limit 1 returning id, key::text",
        [filer],
    ).fetchall()
    return image, key


@pytest.mark.parametrize(
    "shows",
    [
        "update draft_section set rows = %s where id = (select min(id) from draft_section where application_id = %s)",
        "insert into submission (contents, application_id, ordinal, at, by) values (%s, %s, 9, now(), 'seat:9')",
    ],
    ids=["a draft", "what another hand handed in"],
)
def test_an_image_of_a_closed_application_stays_as_long_as_an_open_one_shows_it(
    owner: psycopg.Connection, shows: str
) -> None:
    owner.execute("set local ccus.erasure = 'on'")
    of = "select id, filed_by from application where applicant_id is null and state = "
    [[closed, filer]] = owner.execute(f"{of} 'withdrawn' order by id limit 1".encode()).fetchall()
    [[draft, _]] = owner.execute(f"{of} 'draft' order by id limit 1".encode()).fetchall()
    same = "update application a set worker_id = c.worker_id, company_id = c.company_id from application c"
    owner.execute(f"{same} where c.id = %s and a.id = %s".encode(), [closed, draft])
    image, key = _held_image(owner, filer)
    held = Jsonb([{"values": {"image": key}}])
    owner.execute("update submission set contents = %s where application_id = %s", [held, closed])
    owner.execute(shows.encode(), [held, draft])
    assert not carry_out(owner, BY_KEY["closed_cases"], at=YEARS_LATER).failed
    assert owner.execute("select from evidence where id = %s", [image]).fetchall()
