"""お問い合わせのアドレス, the same in both portals."""

from django.urls import URLPattern, URLResolver, path

from ccus.entrance.asking.view import asking, asking_about, asking_case, asking_finish

asking_addresses: list[URLPattern | URLResolver] = [
    path("asking/", asking, name="asking"),
    path("asking/about/<slug:subject>/", asking_about, name="asking-about"),
    path("asking/<uuid:key>/", asking_case, name="asking-case"),
    path("asking/<uuid:key>/finish/", asking_finish, name="asking-finish"),
]
