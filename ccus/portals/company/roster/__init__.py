"""作業員名簿: lines, crews, files."""
