"""帳票の中身: what stands on the papers of the standing cast, by who looks (PAPER-02 to PAPER-06)."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.papers.asking import NotThereThatDay, length, whom
from ccus.domain.papers.branches import branch_paper, ledger_paper, subcontract_paper
from ccus.domain.papers.contents import RosterPaper
from ccus.domain.papers.firms import firms_of
from ccus.domain.papers.insurance import insurance_paper
from ccus.domain.papers.policies import NoSuchPaper
from ccus.domain.papers.roster import roster_paper
from ccus.domain.papers.structure import spots_of
from ccus.domain.papers.terms import PaperKind
from ccus.domain.papers.values import Asked
from ccus.domain.sites.models import SitePartner
from ccus.domain.workers.actions.affiliation import end_affiliation
from ccus.domain.workers.models import PersonalStatus, SocialInsurance
from tests.domain.papers.asked import TODAY, asked
from tests.factories import companies, firms, sites, workers
from tests.factories.facts import BEGAN, RECORDED_AT
from tests.factories.marked import marked_worker
from tests.factories.personas import Cast, firm, person

KEPT = {"valid_from": BEGAN, "recorded_at": RECORDED_AT, "recorded_by": "system:0"}


def roster_of(wanted: Asked, by: object, at: datetime) -> RosterPaper:
    of, spots = whom(wanted, by, at)  # type: ignore[arg-type]
    return roster_paper(wanted, of, spots, by)  # type: ignore[arg-type]


def test_the_prime_sees_the_roster_of_every_firm_below_it(cast: Cast, at: datetime) -> None:
    (sheet,) = roster_of(asked(cast.prime), firm(cast.sato), at).sheets
    assert sheet.spot.firm.name == "高橋鉄筋"
    assert sheet.upper is not None
    assert sheet.upper.firm.name == "鈴木工務店"
    assert (sheet.rows[0]["name"], sheet.rows[0]["age"], sheet.rows[0]["marks"]) == ("建設 未来", 37, "職")


def test_whoever_looks_leaves_a_trace_with_the_reason_of_papers(cast: Cast, at: datetime) -> None:
    roster_of(asked(cast.prime), firm(cast.sato), at)
    trace = DisclosureTrace.objects.get()
    assert (trace.worker_id, trace.company, trace.purpose) == (cast.mirai.pk, cast.sato.pk, Purpose.PAPERS)


def test_of_a_worker_without_a_link_only_the_line_stands_there(cast: Cast, at: datetime) -> None:
    end_affiliation(affiliation=cast.affiliation, until_on=TODAY, by=person(cast.mirai), at=at)
    ((row,),) = [sheet.rows for sheet in roster_of(asked(cast.prime), firm(cast.sato), at).sheets]
    assert (row["name"], row["address"], row["blood"]) == ("非公開", "非公開", "非公開")
    assert (row["trade"], row["number"]) == ("鉄筋工", "1234 5678 9012 34")
    assert not DisclosureTrace.objects.exists()


def test_of_insurance_the_kind_and_four_digits_stand_on_the_roster(cast: Cast, at: datetime) -> None:
    SocialInsurance.objects.create(
        worker=cast.mirai,
        health="joined",
        health_kind_id=12,
        pension="not_joined",
        employment="joined",
        employment_kind_id=31,
        employment_last4="4321",
        **KEPT,
    )
    ((row,),) = [sheet.rows for sheet in roster_of(asked(cast.prime), firm(cast.sato), at).sheets]
    assert [row[branch] for branch in ("health", "pension", "employment")] == [
        "協会けんぽ",
        "未加入",
        "雇用保険 4321",
    ]


def test_the_marks_say_age_sex_residence_and_what_the_line_needs(cast: Cast, at: datetime) -> None:
    young = workers.worker(birth_on=date(2009, 5, 5))
    workers.affiliation(worker=young, company=cast.takahashi)
    PersonalStatus.objects.create(
        worker=young, sex="female", nationality_id="VN", residence_status_id="titp2", **KEPT
    )
    sites.roster_line(worker=young, member=cast.second_tier, qualifications=["L0005"])
    (sheet,) = roster_of(asked(cast.second_tier), firm(cast.takahashi), at).sheets
    assert sheet.rows[1]["marks"] == "作 未 女 習"


def test_a_qualification_that_ran_out_says_so(cast: Cast, at: datetime) -> None:
    workers.core_qualification(worker=cast.mirai, valid_until=date(2026, 4, 1))
    ((row,),) = [sheet.rows for sheet in roster_of(asked(cast.prime), firm(cast.sato), at).sheets]
    assert str(row["licensed"]).endswith("（期限切れ）")


@pytest.mark.parametrize("who", ["stranger", "suzuki"])
def test_a_firm_has_no_paper_of_what_is_not_below_it(cast: Cast, at: datetime, who: str) -> None:
    with pytest.raises(NotAllowed):
        whom(asked(cast.prime), firm(getattr(cast, who)), at)


def test_a_partner_of_a_joint_venture_has_the_papers_of_the_whole_site(cast: Cast, at: datetime) -> None:
    SitePartner.objects.create(site=cast.site, company=cast.stranger, **KEPT)
    (sheet,) = roster_of(asked(cast.prime), firm(cast.stranger), at).sheets
    assert sheet.rows[0]["name"] == "建設 未来"


def test_a_firm_sees_its_own_branch_and_those_above_only_by_name(cast: Cast, at: datetime) -> None:
    of, spots = whom(asked(cast.first_tier), firm(cast.suzuki), at)
    assert [spot.firm.name for spot in spots] == ["鈴木工務店", "高橋鉄筋"]
    assert of.upper is not None
    assert of.upper.firm.name == "佐藤建設"


def test_a_firm_in_a_side_branch_is_not_on_the_papers_of_another(cast: Cast, at: datetime) -> None:
    sites.accept(sites.spot(cast.site, companies.company(name="隣の工務店"), cast.prime))
    _, spots = whom(asked(cast.first_tier, PaperKind.CHART), firm(cast.suzuki), at)
    assert "隣の工務店" not in {spot.firm.name for spot in spots}


def test_the_works_of_a_firm_stand_in_one_order_whoever_was_listed_first(cast: Cast) -> None:
    for content in ("揚重", "型枠", "塗装", "足場", "配管"):
        sites.roster_line(worker=workers.worker(), member=cast.first_tier, work_content=content)
    (spot,) = (each for each in spots_of(cast.site.pk, TODAY) if each.member == cast.first_tier.pk)
    assert spot.works == "、".join(sorted(("揚重", "型枠", "塗装", "足場", "配管"))[:4])


def test_the_ledger_is_the_primes_and_names_its_first_tier(cast: Cast, at: datetime) -> None:
    wanted = asked(cast.prime, PaperKind.LEDGER)
    of, spots = whom(wanted, firm(cast.sato), at)
    (notice,) = ledger_paper(wanted, of, spots, firm(cast.sato)).notices
    assert [spot.firm.name for spot in notice.lower] == ["鈴木工務店"]
    with pytest.raises(NoSuchPaper):
        whom(asked(cast.first_tier, PaperKind.LEDGER), firm(cast.sato), at)


def test_each_firm_with_others_below_reports_them(cast: Cast, at: datetime) -> None:
    wanted = asked(cast.first_tier, PaperKind.SUBCONTRACT)
    of, spots = whom(wanted, firm(cast.suzuki), at)
    (notice,) = subcontract_paper(wanted, of, spots, firm(cast.suzuki)).notices
    assert notice.lower[0].people == {"foreman": "建設 未来"}
    with pytest.raises(NoSuchPaper):
        whom(asked(cast.prime, PaperKind.SUBCONTRACT), firm(cast.sato), at)


def test_a_chart_asks_for_the_names_of_those_in_charge_and_of_nobody_else(cast: Cast, at: datetime) -> None:
    other = workers.worker()
    workers.affiliation(worker=other, company=cast.takahashi)
    sites.roster_line(worker=other, member=cast.second_tier)
    wanted = asked(cast.prime, PaperKind.CHART)
    of, spots = whom(wanted, firm(cast.sato), at)
    branch_paper(wanted, of, spots, firm(cast.sato))
    assert set(DisclosureTrace.objects.values_list("worker", flat=True)) == {cast.mirai.pk}


def test_the_list_of_insurance_counts_who_has_joined(cast: Cast, at: datetime) -> None:
    wanted = asked(cast.prime, PaperKind.INSURANCE)
    of, spots = whom(wanted, firm(cast.sato), at)
    paper = insurance_paper(wanted, of, spots, firm(cast.sato))
    assert [row["heads"] for row in paper.firms] == [0, 0, 1]
    assert paper.workers[0]["name"] == "建設 未来"


def test_a_firm_that_was_not_there_that_day_has_no_paper_of_it(cast: Cast, at: datetime) -> None:
    left = sites.accept(sites.spot(cast.site, cast.stranger, cast.prime), valid_until=date(2026, 6, 1))
    assert whom(asked(left, day=date(2026, 5, 31)), firm(cast.sato), at)
    with pytest.raises(NotThereThatDay):
        whom(asked(left), firm(cast.sato), at)


def test_the_length_of_a_paper_is_counted_without_reading_anybody(cast: Cast) -> None:
    assert length(asked(cast.prime)) == 1
    assert length(asked(cast.prime, has_below=False)) == 0
    assert length(asked(cast.prime, PaperKind.CHART)) == 3
    assert not DisclosureTrace.objects.exists()


def test_a_roster_shows_what_its_items_ask_for_and_nothing_else_of_a_worker(cast: Cast, at: datetime) -> None:
    somebody = marked_worker()
    member = sites.accept(sites.spot(cast.site, somebody.employer, cast.prime))
    sites.roster_line(worker=somebody.worker, member=member)
    ((row,),) = [sheet.rows for sheet in roster_of(asked(member), firm(cast.sato), at).sheets]
    shown = " ".join(str(cell) for cell in row.values())
    for words in (
        "刻印 太郎左衛門",
        "1953-02-03",
        "刻印町",
        "090-7777-0001",
        "刻印の緊急の人",
        "090-7777-0002",
    ):
        assert words in shown
    for words in ("刻印共済番号", "刻印旧工業", "刻印資格番号", "刻印の母語名", "kokuin-mail", "刻印の経験"):
        assert words not in shown


def test_the_ledger_says_what_is_registered_about_a_firm(cast: Cast, at: datetime) -> None:
    firms.registered(cast.suzuki)
    held = firms_of([cast.suzuki.pk], TODAY)[cast.suzuki.pk]
    assert held.licences == ("東京都知事許可（一般）第123456号　とび・土工工事業　2024年4月1日",)
    assert (held.phone, held.health, held.kentaikyo) == ("03-1234-5678", "加入", "加入")
    assert held.address == "東京都港区虎ノ門1丁目2番3号"


def test_a_roster_costs_the_same_number_of_statements_for_one_worker_and_for_fifty(
    cast: Cast, at: datetime
) -> None:
    with CaptureQueriesContext(connection) as of_one:
        roster_of(asked(cast.second_tier), firm(cast.sato), at)
    for other in workers.WorkerFactory.create_batch(49):
        workers.affiliation(worker=other, company=cast.takahashi)
        sites.roster_line(worker=other, member=cast.second_tier)
    with CaptureQueriesContext(connection) as of_fifty:
        (sheet,) = roster_of(asked(cast.second_tier), firm(cast.sato), at).sheets
    assert len(sheet.rows) == 50
    assert len(of_fifty) <= len(of_one)
