"""Settings of the portals and commands. What a machine must say is read from the environment and nowhere else.

SECRET_KEY · SECRET_KEY_FALLBACKS · DEBUG · PUBLIC_URL · READER_URL · ALLOWED_HOSTS · DATABASE_URL ·
DATABASE_OWNER_URL · READER_DATABASE_URL · CCUS_DATA · EMAIL_HOST and its company: see `docs/operations/`.
"""

import secrets
from typing import Any, Final
from urllib.parse import urlsplit

from ccus.foundation import env
from ccus.foundation.databases import DatabaseUrl, given
from ccus.foundation.postgres import Embedded

BASE_DIR: Final = env.REPOSITORY
DEBUG: bool = env.flag("DEBUG")
# Without a key every start has its own: safe, and `ccus.config.wsgi` refuses to serve so.
SECRET_KEY: str = env.text("SECRET_KEY") or secrets.token_urlsafe(50)
# Keys of before, the newest first: what was signed or kept under them stays good.
SECRET_KEY_FALLBACKS: list[str] = env.words("SECRET_KEY_FALLBACKS")

PUBLIC_URL: str = env.text("PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
READER_URL: str = env.text("READER_URL", "http://127.0.0.1:8001").rstrip("/")
_BEHIND_TLS: Final = PUBLIC_URL.startswith("https://")
# TLS ends in a proxy: without its word every visitor would have the proxy's address, and one network's limit.
_PROXIES: Final = int(env.text("TRUSTED_PROXIES", "1" if _BEHIND_TLS else "0"))
ALLOWED_HOSTS: list[str] = [
    urlsplit(PUBLIC_URL).hostname or "localhost",
    "localhost",
    "127.0.0.1",
    *env.words("ALLOWED_HOSTS"),
]

INSTALLED_APPS: list[str] = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "template_partials",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "ccus.domain.audit",
    "ccus.domain.features",
    "ccus.domain.codes",
    "ccus.domain.evidence",
    "ccus.domain.accounts",
    "ccus.domain.notices",
    "ccus.domain.companies",
    "ccus.domain.workers",
    "ccus.domain.cards",
    "ccus.domain.recovery",
    "ccus.domain.sites",
    "ccus.domain.work_history",
    "ccus.domain.fees",
    "ccus.domain.disclosure",
    "ccus.domain.site_fees",
    "ccus.domain.employees",
    "ccus.domain.searching",
    "ccus.domain.papers",
    "ccus.domain.looks",
    "ccus.domain.certificates",
    "ccus.domain.proxies",
    "ccus.domain.printing",
    "ccus.domain.leaving",
    "ccus.domain.applications",
    "ccus.domain.office",
    "ccus.domain.corrections",
    "ccus.domain.desk",
    "ccus.domain.figures",
    "ccus.domain.retention",
    "ccus.ui",
    "ccus.portals.public",
    "ccus.portals.worker",
    "ccus.portals.filing",
    "ccus.portals.company",
    "ccus.portals.office",
    "ccus.jobs",
    "ccus.demo",
    "ccus.config",
]

MIDDLEWARE: list[str] = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "ccus.entrance.plain_addresses.plain_addresses",
    "ccus.entrance.pressed.pressed_addresses",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF: str = "ccus.config.urls"
WSGI_APPLICATION: str = "ccus.config.wsgi.application"


# --- Database ---


def _database() -> DatabaseUrl:
    """The application's own address; the owner's where `manage.py` runs a command that changes tables."""
    databases = given() or Embedded("demo").databases()
    return databases.owner if env.text("CCUS_ROLE") == "owner" else databases.app


DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        **_database().django(),
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
}
DEFAULT_AUTO_FIELD: str = "django.db.models.BigAutoField"
# Limits hold for all processes together, hence in the database.
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# --- Pages ---

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # A page's templates lie beside its view: "worker/home/page.html" is ccus/portals/worker/home/page.html,
        # "entrance/sign_in/page.html" is ccus/entrance/sign_in/page.html.
        "DIRS": [BASE_DIR / "ccus" / "portals", BASE_DIR / "ccus", BASE_DIR / "ccus" / "ui" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "libraries": {"short_lived": "ccus.entrance.short_lived"},
        },
    }
]
FORM_RENDERER: str = "django.forms.renderers.TemplatesSetting"

LANGUAGE_CODE: str = "ja"
TIME_ZONE: str = "Asia/Tokyo"
USE_TZ: bool = True

STATIC_URL: str = "/static/"
# Only what the pages use: packages bring scripts of their own that nothing here loads.
STATICFILES_FINDERS: list[str] = ["django.contrib.staticfiles.finders.FileSystemFinder"]
STATICFILES_DIRS: list[Any] = [
    BASE_DIR / "ccus" / "ui" / "static",
    ("vendor", BASE_DIR / "ccus" / "ui" / "vendor"),
]
STATIC_ROOT = BASE_DIR / "var" / "static"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "ccus.config.static.HashedStaticFiles"
    },
}
WHITENOISE_USE_FINDERS: bool = DEBUG

# Whom people call, and who runs the register (D-24): the guide's values as the sample.
CONTACT_OPERATOR: str = env.text("CONTACT_OPERATOR", "一般財団法人建設業振興基金")
CONTACT_NAME: str = env.text("CONTACT_NAME", "建設キャリアアップシステム お問い合わせセンター")
# Where a found card is sent. The guide names no address: without one the card asks for a call.
CONTACT_ADDRESS: str = env.text("CONTACT_ADDRESS", "")
CONTACT_TEL: str = env.text("CONTACT_TEL", "03-6386-3725")
CONTACT_MAIL: str = env.text("CONTACT_MAIL", "otoiawase@mail.ccus.jp")
CONTACT_HOURS: str = env.text("CONTACT_HOURS", "9時～17時（土日・祝日、年末年始を除く）")
# How people pay (D-21): whoever runs the register says it, with account and bank.
CONTACT_PAYMENT: str = env.text(
    "CONTACT_PAYMENT",
    f"{CONTACT_NAME}（{CONTACT_TEL}）に電話をして、申請番号を伝えてください。払い方を案内します。",
)

# --- Looking for workers (SEEK-07): how much a company is shown on a day ---

SEARCH_WORKERS_A_DAY: int = int(env.text("SEARCH_WORKERS_A_DAY", "200"))
SEARCHES_A_DAY: int = int(env.text("SEARCHES_A_DAY", "60"))
# How many days before today what was counted stays (SEEK-10).
SEARCH_DAYS_KEPT: int = int(env.text("SEARCH_DAYS_KEPT", "30"))

# --- Unusual looking (LOOK-06): from how many on something is a sign; `share` is in per cent, hours are Japan's ---

LOOK_LIMITS: dict[str, int] = {
    name: int(env.text(f"LOOK_{name.upper()}", str(usual)))
    for name, usual in {
        "days": 14,
        "of_one_employer": 10,
        "share": 50,
        "at_night": 5,
        "night_from": 22,
        "night_until": 5,
        "after_refusal": 7,
    }.items()
}

# --- Mail and uploads ---

# Without a server, as in the demo, each mail becomes a file: nothing leaves the machine.
_MAIL_HOST: Final = env.text("EMAIL_HOST")
EMAIL_BACKEND: str = (
    "django.core.mail.backends.smtp.EmailBackend"
    if _MAIL_HOST
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = env.data_folder() / "mail"
EMAIL_HOST: str = _MAIL_HOST or "localhost"
EMAIL_PORT: int = int(env.text("EMAIL_PORT", "587"))
EMAIL_HOST_USER: str = env.text("EMAIL_USER")
EMAIL_HOST_PASSWORD: str = env.text("EMAIL_PASSWORD")
EMAIL_USE_TLS: bool = env.text("EMAIL_TLS", "starttls") == "starttls"
EMAIL_USE_SSL: bool = env.text("EMAIL_TLS") == "tls"
EMAIL_TIMEOUT: int = 20
# A gateway that sends a mail to <number>@<domain> on to that telephone; without one none are offered (RESET-04).
SMS_MAIL_DOMAIN: str = env.text("SMS_MAIL_DOMAIN")
DEFAULT_FROM_EMAIL: str = env.text("MAIL_FROM", f"noreply@{urlsplit(PUBLIC_URL).hostname or 'localhost'}")

# An image of the greatest size allowed (EVID-02) is read in memory: no disk holds what nobody has checked.
FILE_UPLOAD_MAX_MEMORY_SIZE: int = 11 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES: int = 10
# A roster takes 3,000 people in one press, each with a tick and a trade (SITE-26).
DATA_UPLOAD_MAX_NUMBER_FIELDS: int = 7_000

# --- Sign-in ---

AUTH_USER_MODEL: str = "accounts.User"
AUTHENTICATION_BACKENDS: list[str] = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS: list[str] = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["login_id"]},
    },
]
ACCOUNT_ADAPTER: str = "ccus.entrance.sign_in.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD: str = "login_id"
ACCOUNT_USER_MODEL_EMAIL_FIELD: str | None = None
ACCOUNT_LOGIN_METHODS: set[str] = {"username"}
ACCOUNT_SIGNUP_FIELDS: list[str] = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION: str = "none"
MFA_SUPPORTED_TYPES: list[str] = ["totp", "webauthn", "recovery_codes"]
MFA_ADAPTER: str = "ccus.domain.accounts.factors.adapter.FactorAdapter"
MFA_WEBAUTHN_USER_VERIFICATION: str = "required"
ALLAUTH_TRUSTED_PROXY_COUNT: int = _PROXIES
LOGIN_URL: str = "account_login"
LOGIN_REDIRECT_URL: str = "/"
LOGOUT_REDIRECT_URL: str = LOGIN_URL

# --- The browser's guards ---

CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
SESSION_COOKIE_SECURE: bool = _BEHIND_TLS
SESSION_COOKIE_HTTPONLY: bool = True
SESSION_COOKIE_SAMESITE: str = "Lax"
CSRF_COOKIE_SECURE: bool = _BEHIND_TLS
CSRF_COOKIE_HTTPONLY: bool = True
CSRF_TRUSTED_ORIGINS: list[str] = [PUBLIC_URL]
SECURE_PROXY_SSL_HEADER: tuple[str, str] | None = ("HTTP_X_FORWARDED_PROTO", "https") if _PROXIES else None
SECURE_HSTS_SECONDS: int = 31_536_000 if _BEHIND_TLS else 0
SECURE_REFERRER_POLICY: str = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY: str = "same-origin"
X_FRAME_OPTIONS: str = "DENY"

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "ccus.config.logs.WithoutValues",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}
