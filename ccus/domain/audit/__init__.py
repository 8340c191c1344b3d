"""監査: who did what for whom, and which days it touches.

Every act writes one event. Events are only ever added. An act that changes a fact of somebody's work also
names the days it touches (`Affect`); jobs derive those days again. No act knows who listens.
Rules: `docs/rules/facts.md`.
"""
