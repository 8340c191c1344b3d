"""Addresses of the sign-in that every side shares; the sides' own name their page."""

from django.urls import path

from ccus.entrance.sign_in.passkey import passkey_question
from ccus.entrance.sign_in.second_step import second_step

sign_in_addresses = [
    path("sign-in/second-step/", second_step, name="second_step"),
    path("sign-in/passkey/", passkey_question, name="passkey_question"),
]
