"""Rows: tables, transactions, migrations. SQLite and PostgreSQL speak the same through here."""
