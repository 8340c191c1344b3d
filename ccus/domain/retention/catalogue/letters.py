"""知らせと書類の規則: mail, notices, files that were made for somebody."""

from datetime import timedelta

from django.conf import settings

from ccus.domain.evidence.rules import FORGOTTEN_AFTER
from ccus.domain.retention.rule import Rule, always
from ccus.domain.retention.rules import Years
from ccus.domain.retention.terms import Why

LETTERS = (
    Rule(
        key="mails",
        title="送ったメールのあて先と件名",
        begins="書いた時",
        kept=always(timedelta(days=400)),
        why=Why.NEED,
        reason="届いたかどうかの問い合わせに答える間だけ残します。本文は、送った時に消えます（NOTE-05）",
        table="mail",
        counted="t.written_at",
        where="t.sent_at is not null or t.given_up_at is not null",
    ),
    Rule(
        key="notices",
        title="本人や会社へのお知らせ",
        begins="知らせた時",
        kept=always(Years(2)),
        why=Why.NEED,
        reason="古いお知らせは、登録と就業履歴で確かめられます",
        table="notice",
        counted="t.at",
    ),
    Rule(
        key="papers",
        title="作成した書類のファイル",
        begins="期限",
        kept=always(timedelta(0)),
        why=Why.NEED,
        reason="書類は、いつでも作り直せます",
        number="PAPER-09",
        table="paper_job",
        counted="t.expires_at",
    ),
    Rule(
        key="letters",
        title="受け取られなかった台紙のファイル",
        begins="作った時",
        kept=always(timedelta(days=60)),
        why=Why.NEED,
        reason="初期パスワードは、60日で使えなくなります（SIGN-02）",
        table="letter_file",
        counted="t.made_at",
        where="t.content is not null",
    ),
    Rule(
        key="faces",
        title="発送されなかった券面のファイル",
        begins="作った時",
        kept=always(timedelta(days=60)),
        why=Why.NEED,
        reason="券面は、いつでも作り直せます",
        table="print_part",
        counted="t.made_at",
        where="t.content is not null",
        words="content = null, erased_at = %(at)s",
    ),
    Rule(
        key="unkept_images",
        title="提出されなかった画像",
        begins="アップロードした時",
        kept=always(FORGOTTEN_AFTER),
        why=Why.NEED,
        reason="提出されなかったものは、登録に使いません",
        number="EVID-10",
        table="evidence",
        counted="t.uploaded_at",
        where="t.kept_at is null",
    ),
    Rule(
        key="search_days",
        title="会社の検索の数",
        begins="検索した日の終わり",
        kept=always(timedelta(days=settings.SEARCH_DAYS_KEPT)),
        why=Why.DECISION,
        reason="1日の上限と、変わった閲覧の見守りに使う間だけ残します",
        number="SEEK-10",
        table="search_day",
        counted="((t.on_day + 1)::timestamp at time zone 'Asia/Tokyo')",
        below=(
            ("search_made", "delete from search_made where day_id = any(%(keys)s::bigint[])"),
            ("search_shown", "delete from search_shown where day_id = any(%(keys)s::bigint[])"),
        ),
    ),
    Rule(
        key="roster_files",
        title="作業員名簿に取り込んだファイル",
        begins="取り込んだ時",
        kept=always(timedelta(days=400)),
        why=Why.NEED,
        reason="登録した行は作業員名簿に残ります。ファイルには、登録のない方の名前もあります",
        table="roster_batch",
        counted="t.made_at",
        below=(
            ("roster_batch_row", "delete from roster_batch_row where batch_id = any(%(keys)s::bigint[])"),
        ),
    ),
    Rule(
        key="certificates",
        title="就業履歴証明",
        begins="期限の日の終わり",
        kept=always(Years(1)),
        why=Why.NEED,
        reason="期限の切れた証明は、確かめられません",
        table="career_certificate",
        counted="((t.expires_on + 1)::timestamp at time zone 'Asia/Tokyo')",
    ),
)
