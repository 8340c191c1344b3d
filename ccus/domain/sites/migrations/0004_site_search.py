from django.db import migrations, models


def numbered(column: str, name: str) -> migrations.AddIndex:
    given = models.Q((column, ""), _negated=True)
    return migrations.AddIndex("site", models.Index(fields=[column], condition=given, name=name))


class Migration(migrations.Migration):
    dependencies = [("sites", "0003_grants")]
    operations = [
        migrations.AddIndex("site", models.Index(fields=["prime", "-place"], name="site_of_prime")),
        numbered("labour_insurance", "site_labour_insurance"),
        numbered("building_confirmation", "site_building_confirmation"),
        numbered("corins", "site_corins"),
    ]
