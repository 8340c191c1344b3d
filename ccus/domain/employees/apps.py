from django.apps import AppConfig


class EmployeesConfig(AppConfig):
    name = "ccus.domain.employees"
    label = "employees"
    default_auto_field = "django.db.models.BigAutoField"
