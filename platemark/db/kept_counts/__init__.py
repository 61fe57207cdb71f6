"""Counts kept as rows by the transaction that changes what they count, so that reading one costs the same at any size.

``counts`` describes each count by the statement that counts anew. Triggers, which are built from that, keep the counts
whoever writes the rows; ``recount`` rebuilds them. Everyone else reads, through ``reading``.
"""
