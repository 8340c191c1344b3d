"""申請: one mechanism for everything that somebody files and the office decides. Rules: `docs/rules/applications.md`.

A draft becomes a submission, a submission is reviewed, an approval calls the acts of the rooms below.
"""
