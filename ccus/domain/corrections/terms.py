"""修正の言葉: whose facts, what is done to a row, what a preview says, how far a set has come."""

from ccus.foundation.labelled import Labelled


class Side(Labelled):
    """だれの登録か (FIX-01)."""

    WORKER = "worker", "技能者"
    COMPANY = "company", "事業者"


class Doing(Labelled):
    """行の操作 (FIX-02)."""

    ENTER = "enter", "登録"
    CHANGE = "change", "変更"
    REMOVE = "remove", "削除"


class LineKind(Labelled):
    """確認の行: what a preview says, in the order in which it is said (FIX-05, FIX-06, FIX-07)."""

    STOP = "stop", "止まる理由"
    GAINED = "gained", "新しく見えるようになる相手"
    LOST = "lost", "見えなくなる相手"
    OPENED = "opened", "その他事業者に開かれる項目"
    CLOSED = "closed", "その他事業者に閉じられる項目"
    DAYS = "days", "状態が変わる就業日"
    FACT = "fact", "書きかわる登録内容"


class StopKind(Labelled):
    """止まる理由 (FIX-06, FIX-07)."""

    STRANGER = "stranger", "つながりのない事業者に見える"
    OPENS = "opens", "その他事業者に開かれる"
    CHANGED = "changed", "登録内容が先に変わっている"
    REFUSED = "refused", "登録できない"
    OVERLAPS = "overlaps", "先に書かれた修正と重なる"
    BUILT_ON = "built_on", "あとから変更されている"


class SetState(Labelled):
    """修正の状態, in words for the office (docs/states/correction.md)."""

    WRITING = "writing", "作成中"
    PREVIEWING = "previewing", "確認を作成中"
    STOPPED = "stopped", "止まっています"
    WAITING = "waiting", "許可を待っています"
    RELEASED = "released", "反映を待っています"
    DONE = "done", "反映しました"
    TAKEN_BACK = "taken_back", "取り消しました"
    DISCARDED = "discarded", "破棄しました"
