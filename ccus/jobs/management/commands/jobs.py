"""`manage.py jobs`: the worker of the queue and the schedule, and the listener for touched days."""

import asyncio
from threading import Event, Thread
from typing import Any

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector

from ccus.domain.figures.form_texts import note_texts, words_of_forms
from ccus.foundation import clock
from ccus.jobs.lines import as_register
from ccus.jobs.listener import listen

_CONNECTIONS = 3
_GRACE_SECONDS = 20


class Command(BaseCommand):
    """Runs until SIGINT or SIGTERM; what was begun is finished first."""

    help = "Work the queue, the schedule and the days that acts touched."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        """Start the listener beside the worker; both end together."""
        with as_register():
            note_texts(words_of_forms(), at=clock.now())  # FIG-09
        stop = Event()
        listener = Thread(target=listen, args=[stop], name="affects")
        listener.start()
        try:
            asyncio.run(_work_queue())
        finally:
            stop.set()
            listener.join()


async def _work_queue() -> None:
    line = PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=_CONNECTIONS)
    with app.replace_connector(line) as worker:
        async with worker.open_async():
            await worker.run_worker_async(shutdown_graceful_timeout=_GRACE_SECONDS)
