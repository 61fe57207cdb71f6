"""The kind ``sets``: folders with a config file and CSV files, or with CSV files alone, which become set templates."""
