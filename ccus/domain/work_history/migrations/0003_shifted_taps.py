from django.db import migrations

# Most taps happened at the reader's own time and are found by it. These two hold only the others.
INDEXES = """
create index tap_shifted_worker on tap (worker, happened_at) where happened_at <> at;
create index tap_shifted_place on tap (place, happened_at) where happened_at <> at;
"""


class Migration(migrations.Migration):
    dependencies = [("work_history", "0002_taps_and_grants")]
    operations = [migrations.RunSQL([(INDEXES, None)], migrations.RunSQL.noop)]
