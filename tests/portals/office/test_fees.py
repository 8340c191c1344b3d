"""入金の確認: OFFICE-08, FEE-01 to FEE-08."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.models import Application
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.fees.models import Charge
from ccus.domain.fees.reading import charge_of, price
from ccus.domain.fees.terms import FeeKind
from tests.factories import applications, officers
from tests.factories.fees import charge
from tests.portals.worker.cast import Answer, words

PAGE = "/office/fees/"


def owing() -> Application:
    return applications.submitted(ApplicationKind.REISSUE, is_settled=False)


def address(case: Application) -> str:
    owed = charge_of(f"application:{case.pk}")
    assert owed is not None
    return f"{PAGE}{owed.id}/"


def imported(desk: Client, *rows: str) -> Answer:
    text = "\n".join(["申請番号,金額,入金日", *rows])
    return desk.post(f"{PAGE}bank-file/", {"file": SimpleUploadedFile("bank.csv", text.encode("cp932"))})


def test_what_is_open_stands_with_its_number_oldest_first(desk: Client) -> None:
    first, second = owing(), owing()
    page = words(desk.get(PAGE))
    assert page.index(first.number) < page.index(second.number)
    assert "1,000円" in page


def test_with_nothing_open_the_list_says_so(desk: Client) -> None:
    assert "入金を待っている請求はありません" in words(desk.get(PAGE))


def test_a_number_leads_to_its_charge_with_or_without_the_hyphen(desk: Client) -> None:
    case = owing()
    for typed in (case.number, case.number.replace("-", "")):
        assert desk.get(PAGE, {"number": typed}).headers["Location"] == address(case)


def test_a_number_without_a_charge_is_told(desk: Client) -> None:
    answer = desk.get(PAGE, {"number": "000000-0000000"})
    assert answer.status_code == 422
    assert "番号（000000-0000000）の請求は見つかりません。" in words(answer)


def test_a_payment_puts_its_application_into_the_queue(desk: Client) -> None:
    case = owing()
    answer = desk.post(address(case), {"paid_on": "令和8年11月20日", "pay": "1"}, follow=True)
    assert f"申請 {case.number} は、審査待ちになりました。" in words(answer)
    assert applications.fresh(case).state == State.SUBMITTED


def test_a_payment_before_the_charge_is_refused_at_its_field(desk: Client) -> None:
    case = owing()
    answer = desk.post(address(case), {"paid_on": "2026-11-01", "pay": "1"})
    assert answer.status_code == 422
    assert "入金日（2026年11月1日）は使えません。" in words(answer)
    assert applications.fresh(case).state == State.FEE_DUE


def test_a_waiver_needs_its_reason(desk: Client) -> None:
    case = owing()
    assert desk.post(address(case), {"note": "", "waive": "1"}).status_code == 422
    desk.post(address(case), {"note": "災害のため", "waive": "1"})
    assert applications.fresh(case).state == State.FEE_DUE
    assert "確認を待っています" in words(desk.get(address(case)))


def test_a_waiver_that_another_confirms_puts_its_application_into_the_queue(desk: Client) -> None:
    case = owing()
    desk.post(address(case), {"note": "災害のため", "waive": "1"})
    assert "確認しました" in officers.confirmed_by_another(Duty.FEES)
    assert applications.fresh(case).state == State.SUBMITTED
    assert "免除（災害のため）" in words(desk.get(address(case)))


def test_a_payment_taken_back_by_two_opens_the_charge_again_and_stays_readable(desk: Client) -> None:
    owed = charge(subject="letter:1")
    page = f"{PAGE}{owed.pk}/"
    desk.post(page, {"paid_on": "2026-11-20", "pay": "1"})
    desk.post(page, {"words": "別の会社の入金", "back": "1"})
    assert not Charge.objects.get(pk=owed.pk).is_open
    officers.confirmed_by_another(Duty.FEES)
    shown = words(desk.get(page))
    assert ("取り消した入金" in shown, "別の会社の入金" in shown, "入金を記録する" in shown) == (True,) * 3


def test_a_charge_that_no_application_waits_for_is_settled_by_itself(desk: Client) -> None:
    other = charge(subject="letter:1")
    answer = desk.post(f"{PAGE}{other.pk}/", {"paid_on": "2026-11-20", "pay": "1"}, follow=True)
    assert "入金を記録しました。" in words(answer)
    assert "審査待ちになりました" not in words(answer)


def test_a_second_payment_is_refused(desk: Client) -> None:
    case = owing()
    typed = {"paid_on": "2026-11-20", "pay": "1"}
    desk.post(address(case), typed)
    again = desk.post(address(case), typed)
    assert again.status_code == 422
    assert "すでに入金または免除が記録されています" in words(again)


def test_an_unknown_charge_is_nowhere(desk: Client) -> None:
    assert desk.get(f"{PAGE}999999/").status_code == 404


def test_a_new_tariff_counts_from_its_day(desk: Client) -> None:
    typed = {"kind": "reissue", "amount": "1,200", "from_on": "2027/4/1"}
    answer = desk.post(f"{PAGE}tariffs/", typed, follow=True)
    assert "カードの再発行を2027年4月1日から1,200円にすることを提案しました。" in words(answer)
    assert price(FeeKind.REISSUE, on=date(2027, 4, 1)) == 1000
    officers.confirmed_by_another(Duty.FEES)
    assert price(FeeKind.REISSUE, on=date(2027, 3, 31)) == 1000
    assert price(FeeKind.REISSUE, on=date(2027, 4, 1)) == 1200


def test_a_tariff_of_the_past_is_refused_at_its_field(desk: Client) -> None:
    answer = desk.post(f"{PAGE}tariffs/", {"kind": "reissue", "amount": "1200", "from_on": "2026/11/19"})
    assert answer.status_code == 422
    assert "もう過ぎています" in words(answer)


def test_a_bank_file_is_looked_at_before_anything_is_recorded(desk: Client) -> None:
    case = owing()
    shown = words(imported(desk, f"{case.number},1000,2026/11/20", "261120-9999999,1000,2026/11/20"))
    assert "記録できる 1件、できない 1件" in shown
    assert "の請求がありません" in shown
    assert applications.fresh(case).state == State.FEE_DUE


def test_the_good_rows_are_recorded_on_request(desk: Client) -> None:
    case = owing()
    owed = address(case).split("/")[-2]
    answer = desk.post(f"{PAGE}bank-file/payments/", {"rows": f"{owed}:2026-11-20 x:y"}, follow=True)
    assert "1件の入金を記録しました。" in words(answer)
    assert applications.fresh(case).state == State.SUBMITTED


def test_a_row_that_was_paid_meanwhile_is_said_and_the_others_are_recorded(desk: Client) -> None:
    paid, open_one = owing(), owing()
    rows = " ".join(f"{address(case).split('/')[-2]}:2026-11-20" for case in (paid, open_one))
    desk.post(address(paid), {"paid_on": "2026-11-20", "pay": "1"})
    answer = desk.post(f"{PAGE}bank-file/payments/", {"rows": rows})
    assert answer.status_code == 422
    assert f"1件の入金を記録しました。記録できなかった入金：{paid.number}" in words(answer)
    assert applications.fresh(open_one).state == State.SUBMITTED


def test_no_file_and_an_unreadable_file_are_told(desk: Client) -> None:
    assert "ファイルが選ばれていません。" in words(desk.post(f"{PAGE}bank-file/", {}))
    wrong = SimpleUploadedFile("bank.csv", b"\xff\xfe\x00\x81")
    assert "文字が読み取れません。" in words(desk.post(f"{PAGE}bank-file/", {"file": wrong}))
