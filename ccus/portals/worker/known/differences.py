"""ちがいの文: what became of a day since, in one sentence. Pure."""

from ccus.domain.work_history.past import Known, KnownDay


def difference_of(day: KnownDay) -> str:
    """その時は「連結待ち」でした。今は「正式」です。"""
    parts = [_state(day.then, day.now)]
    if day.then and day.now:
        parts += [
            f"{label}は「{before or 'なし'}」から「{after or 'なし'}」になりました。"
            for label, before, after in (
                ("職種", day.then.trade, day.now.trade),
                ("立場", day.then.position, day.now.position),
            )
            if before != after
        ]
    return "".join(parts)


def _state(then: Known | None, now: Known | None) -> str:
    if then is not None and now is not None and then.state is now.state:
        return f"今も「{now.state.label}」です。"
    before = f"その時は「{then.state.label}」でした。" if then else "その時は、まだ記録がありませんでした。"
    return before + (f"今は「{now.state.label}」です。" if now else "今は、記録がありません。")
