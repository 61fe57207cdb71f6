"""The queue: jobs that are never lost. The row is the truth; whoever wakes a worker only rings a bell."""
