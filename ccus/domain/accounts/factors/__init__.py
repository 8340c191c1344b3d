"""ログインの要素: passkeys, one-time codes and recovery codes of an account (SIGN-20 to SIGN-26).

django-allauth keeps them in one table and knows their formats; what may be done with them stands here.
"""
