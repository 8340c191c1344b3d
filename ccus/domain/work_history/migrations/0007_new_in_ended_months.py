from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("work_history", "0006_claims_grants")]

    operations = [
        migrations.AlterField(
            model_name="recordchange", name="before", field=models.SmallIntegerField(null=True)
        )
    ]
