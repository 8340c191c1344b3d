"""How style sheets, scripts and fonts are served outside development."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from ccus.ui.style_sheets import bound

# The one that every page names; what it imports it holds.
STYLE_SHEET = "ui/css/main.css"


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Every file's address holds its hash, also where one script module imports another: kept for ever, never stale.

    The style sheet is one file with everything that it imports.
    """

    support_js_module_import_aggregation = True

    def post_process(
        self, paths: dict[str, tuple[Storage, str]], dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str | None, Any]]:
        """Bind the style sheet first; then hash and compress."""
        if not dry_run and STYLE_SHEET in paths:
            self._bind(paths)
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def _bind(self, paths: dict[str, tuple[Storage, str]]) -> None:
        def read(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                return str(file.read().decode())

        sheet = bound(STYLE_SHEET, read)
        self.delete(STYLE_SHEET)
        self._save(STYLE_SHEET, ContentFile(sheet.encode()))
        paths[STYLE_SHEET] = (self, STYLE_SHEET)
