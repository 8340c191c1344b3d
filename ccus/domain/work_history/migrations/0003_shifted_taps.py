from django.db import migrations

# Most taps happened at the reader's own time and are found by it; the first two hold only the others. The third
# holds what the jobs still have to tell.
INDEXES = """
create index tap_shifted_worker on tap (worker, happened_at) where happened_at <> at;
create index tap_shifted_place on tap (place, happened_at) where happened_at <> at;
create index tap_surprise_untold on tap_surprise (at) where noticed_at is null;
"""


class Migration(migrations.Migration):
    dependencies = [("work_history", "0002_taps_and_grants")]
    operations = [migrations.RunSQL([(INDEXES, None)], migrations.RunSQL.noop)]
