"""What was typed, and what was submitted."""

from django.db import models

from ccus.domain.applications.models.case import Application


class DraftSection(models.Model):
    """下書き: a section as it was typed, right or wrong; one row a section, counted up by every save (APP-03).

    `rows` is a list of `{"key", "op", "base", "raw"}`: `key` names the row in the page, `op` is an `Operation`,
    `base` the fact that a change or a removal is about, `raw` what was typed (`ccus.foundation.entry.block.Raw`).
    """

    id = models.BigAutoField(primary_key=True)
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="draft")
    section = models.CharField(max_length=20)
    rows = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()

    class Meta:
        db_table = "draft_section"
        constraints = [
            models.UniqueConstraint(fields=["application", "section"], name="draft_section_once"),
        ]


class Submission(models.Model):
    """提出: the whole contents as they were read, section → rows `{"key", "op", "base", "values"}`. Append-only.

    `ordinal` counts from 1. One by the office carries its corrections (補記).
    """

    id = models.BigAutoField(primary_key=True)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="submissions")
    ordinal = models.PositiveIntegerField()
    contents = models.JSONField()
    at = models.DateTimeField()
    by = models.CharField(max_length=40)

    class Meta:
        db_table = "submission"
        constraints = [
            models.UniqueConstraint(fields=["application", "ordinal"], name="submission_once"),
        ]
