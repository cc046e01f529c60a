"""The connection, the action and its history, migrations and backups: what every subject stands on."""
