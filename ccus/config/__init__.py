"""Where the rooms are put together: settings, addresses, the door of the web server."""
