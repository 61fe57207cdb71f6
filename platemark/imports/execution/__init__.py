"""Doing what was asked of an import: the runner claims it and walks through one phase, journalling every item."""
