"""The database: tables, transactions, migrations, the same on SQLite and PostgreSQL."""
