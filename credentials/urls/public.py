"""What anyone may open. These addresses stand inside signed documents and never change."""

from django.urls import URLPattern, path

from credentials.views import credential, issuer, verify

urlpatterns: list[URLPattern] = [
    path("credentials/<uuid:uuid>/", credential.credential, name="credential"),
    path("credentials/<uuid:uuid>.json", credential.credential_json, name="credential-json"),
    path("credentials/<uuid:uuid>/credential.json", credential.credential_json, name="credential-file"),
    path("credentials/<uuid:uuid>/certificate.pdf", credential.certificate, name="credential-certificate"),
    path("credentials/<uuid:uuid>/badge.png", credential.badge_png, name="credential-badge"),
    path("issuers/<uuid:uuid>/", issuer.issuer, name="issuer"),
    path("issuers/<uuid:uuid>.json", issuer.issuer_json, name="issuer-json"),
    path("issuers/<uuid:uuid>/did.json", issuer.did_json, name="issuer-did"),
    path("status-lists/<uuid:uuid>/", issuer.status_list, name="status-list"),
    path("verify/", verify.verify, name="verify"),
]
