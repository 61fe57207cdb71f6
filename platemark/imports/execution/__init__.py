"""Carrying out imports: the runner claims one and runs its phase, which records every item in the journal."""
