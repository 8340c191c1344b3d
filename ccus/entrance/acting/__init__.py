"""代行の扉: pages of an application that somebody files for a worker."""
