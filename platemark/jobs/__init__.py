"""The job queue: no job is ever lost. The row is the truth; a wake-up of the workers only saves time."""
