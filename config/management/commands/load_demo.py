"""`manage.py load_demo`: the demo programmes, and who may sign in to them."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from config.demo import INSTITUTIONS
from config.demo.loading import PASSWORD, load_demo
from config.demo.types import Institution, Role


class Command(BaseCommand):
    help = "Load the demo programmes once; with --sign-ins, print who may sign in and load nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--sign-ins", action="store_true", help="print the demo's addresses and the password")

    def handle(self, *args: str, **options: bool) -> None:
        if options["sign_ins"]:
            self.stdout.write(sign_ins())
        elif load_demo():
            badges = sum(len(institution.badges) for institution in INSTITUTIONS)
            self.stdout.write(f"Loaded {len(INSTITUTIONS)} demo institutions with {badges} badges.")
        else:
            self.stdout.write("The demo programmes are loaded already.")


def sign_ins() -> str:
    """Return one line for each institution and role with an address, and the password that all of them share."""
    lines = [f"Demo sign-ins, all with the password {PASSWORD}:"]
    for institution in INSTITUTIONS:
        lines.append(f"  {institution.name}")
        for role in (Role.ADMINISTRATOR, Role.ASSESSOR, Role.REGISTRAR, Role.LEARNER):
            lines.append(f"    {role.value:<14} {_first_with(role, institution)}")
    return "\n".join(lines)


def _first_with(role: Role, institution: Institution) -> str:
    return next(person.email for person in institution.people if role in person.roles)
