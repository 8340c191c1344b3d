"""重複登録: suspects, side by side, two officers (SAME-01 to SAME-09)."""

from datetime import date

import pytest
from django.test import Client

from ccus.domain.accounts.terms import Duty
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.workers.models import SamePersonProposal, Worker, WorkerAlias
from tests.factories import officers, workers
from tests.portals.worker.cast import Answer, words

PAGE = "/office/same-person/"
SEEN = "本人確認書類の番号が同じ"


@pytest.fixture
def second(db: None) -> Client:
    """The browser of another officer."""
    return officers.client_of(officers.officer(name="確認 健"))


@pytest.fixture
def twins(db: None) -> tuple[Worker, Worker]:
    one = workers.worker(name__official="佐藤 太郎", name__kana="サトウ タロウ")
    other = workers.worker(name__official="佐藤 太郎", name__kana="サトー タロー")
    return one, other


def _of(twins: tuple[Worker, Worker]) -> str:
    return f"{PAGE}{twins[0].number}/{twins[1].number}/"


def _say(desk: Client, twins: tuple[Worker, Worker], act: str, **said: str) -> Answer:
    waiting = SamePersonProposal.objects.filter(answer="").first()
    shown = {"proposal": waiting.key} if waiting is not None and act in {"approve", "refuse", "stay"} else {}
    if act == "approve":
        desk.post(_of(twins), {"reason": "提案の確認"})
    posted = {f"{act}-{name}": value for name, value in said.items()}
    return desk.post(f"{_of(twins)}{act}/", {**posted, **shown}, follow=True)


def _propose(desk: Client, twins: tuple[Worker, Worker]) -> Answer:
    return _say(desk, twins, "propose", main=twins[0].number, words=SEEN)


def test_suspects_are_listed_with_why_and_without_their_names(
    desk: Client, twins: tuple[Worker, Worker]
) -> None:
    shown = words(desk.get(PAGE))
    assert "フリガナの読みが似ている" in shown
    assert "生年月日が同じ" in shown
    assert "佐藤" not in shown


def test_one_worker_is_looked_up_by_number(desk: Client, twins: tuple[Worker, Worker]) -> None:
    assert "1組" in words(desk.get(PAGE, {"number": twins[1].number}))
    assert "似ている人はいません" in words(desk.get(PAGE, {"number": workers.worker().number}))


def test_a_number_that_is_none_is_refused_with_its_reason(desk: Client) -> None:
    assert desk.get(PAGE, {"number": "12"}).status_code == 422


def test_an_empty_register_says_so_calmly(desk: Client) -> None:
    assert "似ている二人はいません" in words(desk.get(PAGE))


def test_nobody_is_compared_before_saying_why(desk: Client, twins: tuple[Worker, Worker]) -> None:
    assert "佐藤" not in words(desk.get(_of(twins)))
    assert desk.post(_of(twins), {"reason": ""}).status_code == 422
    assert not DisclosureTrace.objects.exists()


def test_side_by_side_both_are_shown_and_both_can_read_it(desk: Client, twins: tuple[Worker, Worker]) -> None:
    shown = words(desk.post(_of(twins), {"reason": "重複の確認"}))
    assert "佐藤 太郎" in shown
    assert "同じ" in shown
    traces = DisclosureTrace.objects.values_list("worker", "purpose", "reason")
    assert set(traces) == {(worker.pk, "same_person", "重複の確認") for worker in twins}


def test_two_officers_merge_and_two_separate_again(
    desk: Client, second: Client, twins: tuple[Worker, Worker]
) -> None:
    assert "別の係員の承認を待っています" in words(_propose(desk, twins))
    assert "承認しました" in words(_say(second, twins, "approve"))
    assert WorkerAlias.objects.get(superseded_at=None).main == twins[0]
    _say(second, twins, "separate", words="別の人だった")
    _say(desk, twins, "approve")
    assert not WorkerAlias.objects.filter(superseded_at=None).exists()


def test_a_merge_is_approved_only_after_comparing_the_two_today(
    desk: Client, second: Client, twins: tuple[Worker, Worker]
) -> None:
    _propose(desk, twins)
    answer = second.post(f"{_of(twins)}approve/", {"proposal": SamePersonProposal.objects.get().key})
    assert (answer.status_code, WorkerAlias.objects.count()) == (422, 0)
    assert "今日のうちに見てください" in words(answer)


def test_who_proposed_sees_no_button_and_is_refused_anyway(
    desk: Client, twins: tuple[Worker, Worker]
) -> None:
    assert "ご自分の提案には、答えられません" in words(_propose(desk, twins))
    answer = _say(desk, twins, "approve")
    assert (answer.status_code, WorkerAlias.objects.count()) == (422, 0)
    assert "ご自分の提案には、答えられません。別の係員に頼んでください" in words(answer)


def test_the_other_officer_finds_it_on_top_and_may_refuse_it_as_two_people(
    desk: Client, second: Client, twins: tuple[Worker, Worker]
) -> None:
    _propose(desk, twins)
    assert "答えを待っている提案" in words(second.get(PAGE))
    shown = words(_say(second, twins, "refuse", words="兄弟", is_different="1"))
    assert "別人とされています" in shown
    assert "似ている二人はいません" in words(desk.get(PAGE))


def test_a_proposal_that_took_the_place_of_the_shown_one_is_not_approved_with_it(
    desk: Client, second: Client, twins: tuple[Worker, Worker]
) -> None:
    _propose(desk, twins)
    page = words(second.get(_of(twins)))
    shown = SamePersonProposal.objects.get()
    assert f'name="proposal" value="{shown.key}"' in page
    _say(second, twins, "refuse", words="逆です")
    _say(desk, twins, "propose", main=twins[1].number, words=SEEN)
    answer = second.post(f"{_of(twins)}approve/", {"proposal": shown.key})
    assert (answer.status_code, WorkerAlias.objects.count()) == (422, 0)


def test_a_pair_found_different_may_be_suspected_again(desk: Client, twins: tuple[Worker, Worker]) -> None:
    _say(desk, twins, "different", words="兄弟")
    assert "0組" in words(desk.get(PAGE))
    _say(desk, twins, "again")
    assert "1組" in words(desk.get(PAGE))


def test_without_words_nothing_is_proposed(desk: Client, twins: tuple[Worker, Worker]) -> None:
    assert _say(desk, twins, "propose", main=twins[0].number).status_code == 422
    assert not SamePersonProposal.objects.exists()


def test_what_two_unsuspected_people_have_in_common_is_told_after_a_reason_alone(desk: Client) -> None:
    one = workers.worker(birth_on=date(1980, 1, 2), name__official="林 一", name__kana="ハヤシ ハジメ")
    other = workers.worker(birth_on=date(1980, 2, 1), name__official="森 二", name__kana="モリ ジロウ")
    address = f"{PAGE}{one.number}/{other.number}/"
    assert "月と日" not in words(desk.get(address))
    assert "月と日" in words(desk.post(address, {"reason": "本人からの問い合わせ"}))


@pytest.mark.parametrize("other", ["00000000000000", "x", "same"])
def test_who_is_not_registered_or_the_same_is_no_pair(
    desk: Client, twins: tuple[Worker, Worker], other: str
) -> None:
    number = twins[0].number
    assert desk.get(f"{PAGE}{number}/{number if other == 'same' else other}/").status_code == 404


def test_an_act_that_does_not_exist_is_not_found(desk: Client, twins: tuple[Worker, Worker]) -> None:
    assert desk.post(f"{_of(twins)}erase/").status_code == 404


def test_officers_of_other_duties_are_told_whose_page_it_is(db: None) -> None:
    clerk = officers.client_of(officers.officer(Duty.FEES))
    assert clerk.get(PAGE).status_code == 403


def test_the_home_page_tells_the_other_officer_that_a_proposal_waits(
    desk: Client, second: Client, twins: tuple[Worker, Worker]
) -> None:
    _propose(desk, twins)
    assert "別の係員の提案" in words(second.get("/office/"))
    assert "別の係員の提案" not in words(desk.get("/office/"))


def test_a_separation_that_is_not_approved_leaves_the_two_ids_merged(
    desk: Client, second: Client, twins: tuple[Worker, Worker]
) -> None:
    _propose(desk, twins)
    _say(second, twins, "approve")
    _say(desk, twins, "separate", words="別の人だった")
    page = words(second.get(_of(twins)))
    assert "元に戻すことを承認する" in page
    assert "別人とする（もう疑いに出しません）" not in page
    assert "不承認にしました" in words(_say(second, twins, "stay", words="同じ人です"))
    assert WorkerAlias.objects.filter(superseded_at=None).exists()
