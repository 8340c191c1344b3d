"""就業履歴: taps are facts, work records are derived from them. Rules: `docs/rules/work-history.md`.

A tap comes in by `intake` (the fast road) and becomes a record by the pure rules in `rules`; whatever arrives
late is put right by `derive`, which makes the same record from all the facts.
"""
