"""The kind ``sets``: folders with a config file and CSV manifests, or with CSV files alone."""
