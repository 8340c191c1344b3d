from django.db import migrations

GRANTS = """
grant update (company_id) on applicant to ccus_app;
create trigger said_once_company_id before update on applicant for each row when (old.company_id is not null)
    execute function refuse_second_word('company_id');
"""


class Migration(migrations.Migration):
    dependencies = [("applications", "0003_of_companies")]
    operations = [migrations.RunSQL([(GRANTS, None)], migrations.RunSQL.noop)]
