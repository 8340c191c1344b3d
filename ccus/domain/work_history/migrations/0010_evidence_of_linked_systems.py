from django.db import migrations


class Migration(migrations.Migration):
    """認定システム comes between カード and 番号のみ: what is weaker moves down by one."""

    dependencies = [("work_history", "0009_answered_days"), ("sites", "0006_reader_system")]
    operations = [
        migrations.RunSQL(
            "update work_record set evidence = evidence + 1 where evidence >= 1", migrations.RunSQL.noop
        )
    ]
