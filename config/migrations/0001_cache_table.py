"""The shared cache of the embedded set-up is a table: rate limits hold across processes without Redis."""

from typing import ClassVar

from django.core.management import call_command
from django.db import migrations


def create(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies: ClassVar[list] = []
    operations: ClassVar[list] = [migrations.RunPython(create, migrations.RunPython.noop)]
