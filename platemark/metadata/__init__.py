"""What other studios wrote into pictures and beside them: prompts, seeds, models. Pure: no database, no settings."""
