from django.db import migrations, models

SETTLES = """
create function settle_charge() returns trigger language plpgsql security definer set search_path = public as $$
begin
    update charge set is_open = false where id = new.charge_id;
    return null;
end $$;
create trigger settles after insert on settlement for each row execute function settle_charge();
update charge set is_open = false where id in (select charge_id from settlement);
"""


class Migration(migrations.Migration):
    dependencies = [("fees", "0002_tariffs")]

    operations = [
        migrations.AddField(
            model_name="charge",
            name="is_open",
            field=models.BooleanField(default=True),
        ),
        migrations.RunSQL(SETTLES, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="charge",
            index=models.Index(condition=models.Q(("is_open", True)), fields=["id"], name="charge_open"),
        ),
    ]
