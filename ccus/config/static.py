"""How style sheets, scripts and fonts are served outside development."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Every file's address holds its hash, also where one script module imports another: kept for ever, never stale."""

    support_js_module_import_aggregation = True
