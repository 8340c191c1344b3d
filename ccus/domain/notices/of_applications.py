"""申請の文面: what becomes of an application, to whoever filed it (NOTE-01), by name of `Text`."""

from ccus.domain.notices.terms import NoticeKind
from ccus.domain.notices.wording import Wording

_APPLICATION = "申請番号：{number}\n申請の種類：{kind}\n\n"

OF_APPLICATIONS: dict[str, Wording] = {
    "applicant_login": Wording(
        NoticeKind.APPLICATION,
        "申請用のログインIDができました",
        "{name} 様\n\n"
        "申請用のログインIDができました。\n\n"
        "ログインID：{login_id}\n"
        "初期パスワード：{initial_password}\n"
        "ログインする場所：{portal}\n\n"
        "次にすること：{until}までにログインして、新しいパスワードを決めてください。\n"
        "そのあと、登録の申請を始められます。入力の途中で保存されます。\n"
        "このメールに心当たりがないときは、何もしないで、下の問い合わせ先に知らせてください。",
    ),
    "applicant_login_again": Wording(
        NoticeKind.APPLICATION,
        "申請用のログインIDは、もうできています",
        "{name} 様\n\n"
        "申請用のログインIDの申し込みがありました。このメールアドレスのログインIDは、もうできています。\n\n"
        "ログインID：{login_id}\n"
        "パスワード：あなたが決めたもの\n"
        "ログインする場所：{portal}\n\n"
        "次にすること：ログインして、申請のつづきをしてください。パスワードを忘れたときは、下の問い合わせ先に聞いてください。\n"
        "同じメールアドレスで、ほかの方が登録するときも、下の問い合わせ先に聞いてください。\n"
        "このメールに心当たりがないときは、何もしなくて大丈夫です。",
    ),
    "application_submitted": Wording(
        NoticeKind.APPLICATION,
        "申請を受け付けました（申請番号 {number}）",
        _APPLICATION + "申請を受け付けました。これから運営主体が内容を確かめます。\n"
        "次にすること：今は、ありません。結果が出たらお知らせします。\n"
        "申請の進み具合は、ログインして「申請」の画面で見られます。\n{portal}",
    ),
    "fee_due": Wording(
        NoticeKind.APPLICATION,
        "料金のお支払いをお願いします（申請番号 {number}）",
        _APPLICATION + "申請を受け取りました。料金のお支払いを確かめてから、審査を始めます。\n\n"
        "金額：{amount}円（税込み）\n"
        "お支払いの期限：{due_on}\n\n"
        "次にすること：期限までにお支払いください。払い方は、「申請」の画面にあります。\n{portal}",
    ),
    "payment_received": Wording(
        NoticeKind.APPLICATION,
        "料金のお支払いを確かめました（申請番号 {number}）",
        _APPLICATION + "{paid_on}に、{amount}円のお支払いを確かめました。審査を始めます。\n"
        "次にすること：今は、ありません。結果が出たらお知らせします。",
    ),
    "fee_waived": Wording(
        NoticeKind.APPLICATION,
        "料金のお支払いは、いりません（申請番号 {number}）",
        _APPLICATION + "料金（{amount}円）は、いただかないことになりました。審査を始めます。\n"
        "次にすること：今は、ありません。結果が出たらお知らせします。",
    ),
    "application_returned": Wording(
        NoticeKind.APPLICATION,
        "申請になおすところがあります（申請番号 {number}）",
        _APPLICATION + "申請の内容を確かめたところ、なおすところがありました。\n\n"
        "なおすところ：\n{fields}\n\n"
        "次にすること：ログインして「申請」の画面を開き、理由を読んで、なおしてから、もう一度申請してください。\n"
        "ほかの入力は、そのまま残っています。料金をもう一度払うことは、ありません。\n{portal}",
    ),
    "application_corrected": Wording(
        NoticeKind.APPLICATION,
        "なおした申請を受け付けました（申請番号 {number}）",
        _APPLICATION + "なおした申請を受け付けました。運営主体がもう一度、内容を確かめます。\n"
        "次にすること：今は、ありません。結果が出たらお知らせします。",
    ),
    "application_approved": Wording(
        NoticeKind.APPLICATION,
        "申請した内容を登録しました（申請番号 {number}）",
        _APPLICATION + "審査が終わり、申請した内容を登録しました。\n"
        "次にすること：ログインして、登録された内容を確かめてください。\n{portal}",
    ),
    "application_card_approved": Wording(
        NoticeKind.APPLICATION,
        "新しいカードをつくります（申請番号 {number}）",
        _APPLICATION + "審査が終わりました。新しいカードをつくって、郵便で送ります。\n"
        "今までのカードは、もう使えません。\n"
        "次にすること：カードが届くまでに現場で働いた日は、「就業履歴」の「入力」で届けてください。\n"
        "カードが今どこにあるかは、「マイカード」の画面に出ます。\n{portal}",
    ),
    "application_approved_corrected": Wording(
        NoticeKind.APPLICATION,
        "申請した内容を、一部なおして登録しました（申請番号 {number}）",
        _APPLICATION + "審査が終わり、登録しました。次のところは、書類に合わせて運営主体がなおしました。\n\n"
        "{fields}\n\n"
        "次にすること：ログインして、「申請」の画面で補記コメントを読んでください。\n"
        "内容がちがうときは、問い合わせ先に知らせてください。\n{portal}",
    ),
    "application_rejected": Wording(
        NoticeKind.APPLICATION,
        "申請を登録できませんでした（申請番号 {number}）",
        _APPLICATION + "審査の結果、この申請は登録できませんでした。\n\n"
        "理由：{reason}\n\n"
        "次にすること：理由がわからないときは、申請番号を用意して、問い合わせ先に聞いてください。\n"
        "新しく申請することもできます。",
    ),
    "application_withdrawn": Wording(
        NoticeKind.APPLICATION,
        "申請を取り下げました（申請番号 {number}）",
        _APPLICATION + "申請を取り下げました。登録されている内容は、変わっていません。\n"
        "次にすること：必要になったら、新しく申請してください。\n"
        "取り下げた覚えがないときは、すぐに問い合わせ先に知らせてください。",
    ),
    "registration_completed": Wording(
        NoticeKind.APPLICATION,
        "技能者情報新規登録完了のお知らせ",
        "申請番号：{number}\n技能者ID：{worker_number}\n\n"
        "技能者の登録が終わりました。カードは、申請したカードの送付先に届きます。\n"
        "次にすること：申請用のIDでログインして、技能者IDの初期パスワードを受け取ってください。\n"
        "そのあとは、技能者IDでログインします。\n{portal}\n\n"
        "最初に行っていただきたいこと：\n"
        "1. 建設キャリアアップシステムにログイン\n"
        "2. 初期パスワードの変更\n"
        "3. 登録内容のご確認\n"
        "4. 登録内容の開示・非開示の選択",
    ),
    "company_registered": Wording(
        NoticeKind.APPLICATION,
        "事業者登録完了のお知らせ",
        "申請番号：{number}\n事業者ID：{company_number}\n\n"
        "事業者の登録が終わりました。\n"
        "次にすること：申請用のIDでログインして、事業者IDの初期パスワードを受け取ってください。\n"
        "そのあとは、事業者責任者が、事業者IDで「事業者ポータル」にログインします。\n{portal}",
    ),
    "sole_company_registered": Wording(
        NoticeKind.APPLICATION,
        "事業者登録完了のお知らせ",
        "申請番号：{number}\n事業者ID：{company_number}\n\n"
        "事業者（一人親方）の登録が終わりました。\n"
        "次にすること：今の技能者IDとパスワードで、「事業者ポータル」にログインしてください。\n{portal}",
    ),
    "company_renewal_due": Wording(
        NoticeKind.APPLICATION,
        "事業者登録の有効期限が近づいています（{last_on}まで）",
        "{company}の事業者登録は、{last_on}までです。\n\n"
        "次にすること：事業者ポータルの「事業者情報」を開き、内容を確かめて、更新を申請してください。\n"
        "期限が過ぎると、更新が終わるまで、現場や施工体制の登録ができなくなります。\n{portal}",
    ),
    "withdrawal_completed": Wording(
        NoticeKind.APPLICATION,
        "退会の手続きが終わりました（申請番号 {number}）",
        "申請番号：{number}\n\n"
        "退会の手続きが終わりました。カードとログインは、もう使えません。カードは、はさみで切って捨ててください。\n"
        "5年以内なら、同じ技能者IDで戻れます。戻りたいときは、問い合わせ先に知らせてください。",
    ),
}
