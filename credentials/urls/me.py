"""The learner's addresses that have to do with badges, under /me/."""

from django.urls import path

from credentials.views import my_credential, my_home

urlpatterns = [
    path("", my_home.my_home, name="my-home"),
    path("credentials/<uuid:credential_uuid>/", my_credential.my_credential, name="my-credential"),
    path("credentials/<uuid:credential_uuid>/publication/", my_credential.publication, name="my-publication"),
    path("credentials/<uuid:credential_uuid>/certificate.pdf", my_credential.my_certificate, name="my-certificate"),
    path("credentials/<uuid:credential_uuid>/badge.png", my_credential.my_png, name="my-png"),
    path("credentials/<uuid:credential_uuid>/credential.json", my_credential.my_json, name="my-json"),
]
