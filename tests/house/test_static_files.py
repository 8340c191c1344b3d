"""Style sheets, scripts and fonts as they are served: every file names only files that exist."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.test.utils import override_settings


def test_every_file_that_a_style_sheet_or_a_script_names_is_there(tmp_path: Path) -> None:
    hashed = {"staticfiles": {"BACKEND": "ccus.config.static.HashedStaticFiles"}}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES=settings.STORAGES | hashed):
        call_command("collectstatic", "--no-input", verbosity=0)
    assert (tmp_path / "staticfiles.json").exists()
