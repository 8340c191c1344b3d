"""Addresses of what every side has under 設定: factors and devices of one's own account."""

from django.urls import path

from ccus.entrance.devices.view import devices, devices_ending
from ccus.entrance.factors.app import factor_app
from ccus.entrance.factors.proof import factor_proof, proof_question
from ccus.entrance.factors.view import (
    factor_codes,
    factor_later,
    factor_passkey,
    factor_question,
    factor_removal,
    factors,
)

own_addresses = [
    path("factors/", factors, name="factors"),
    path("factors/app/", factor_app, name="factor-app"),
    path("factors/passkey/", factor_passkey, name="factor-passkey"),
    path("factors/question/", factor_question, name="factor-question"),
    path("factors/codes/", factor_codes, name="factor-codes"),
    path("factors/removal/", factor_removal, name="factor-removal"),
    path("factors/later/", factor_later, name="factor-later"),
    path("factors/proof/", factor_proof, name="factor-proof"),
    path("factors/proof/question/", proof_question, name="proof-question"),
    path("devices/", devices, name="devices"),
    path("devices/ending/", devices_ending, name="devices-ending"),
]
