"""The same four operations in other frameworks, on a studio's database; ``benchmarks.requests`` compares them.

Their packages are those of ``requirements/bench.txt``, installed in an environment of their own.
"""
