from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("work_history", "0008_asked_papers")]

    operations = [
        migrations.AddIndex(
            model_name="dayask",
            index=models.Index(
                condition=models.Q(("answered_at__isnull", False)),
                fields=["company", "answered_at", "id"],
                name="day_ask_answered",
            ),
        ),
    ]
