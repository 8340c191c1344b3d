from django.db import migrations


class Migration(migrations.Migration):
    """A first step that was done stays done: the row is only added."""

    dependencies = [
        ("work_history", "0004_said_once"),
        ("workers", "0006_returning"),
    ]
    operations = [
        migrations.RunSQL(
            "revoke update, delete on first_step from ccus_app",
            "grant update, delete on first_step to ccus_app",
        )
    ]
