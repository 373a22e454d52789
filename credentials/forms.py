"""What people type about credentials."""

from django import forms


class VerifyForm(forms.Form):
    """A credential to check: a file, or a link, number or JSON; and an address to compare, if the reader has one."""

    file = forms.FileField(
        label="File",
        required=False,
        allow_empty_file=True,  # the check itself says that it is empty
        help_text="The certificate (PDF), the badge's picture (PNG or SVG) or the credential (JSON), up to 2 MB.",
        widget=forms.FileInput(attrs={"accept": ".json,.png,.svg,.pdf,application/json,image/png,image/svg+xml"}),
    )
    text = forms.CharField(
        label="Link, number or text",
        required=False,
        help_text="A link to a credential on this site, a number such as BCDF-2345-GHJK, or pasted JSON.",
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
    )
    email = forms.EmailField(
        label="E-mail address of the person",
        required=False,
        help_text="If you know it, it is compared with the one in the credential. It is not kept.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
