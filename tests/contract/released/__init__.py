"""The released contract against the server of today: what it answered then is asked again, and compared.

``walk.py`` asks for everything once, ``recording.py`` writes that down as spec/released/exchanges.json, and
``replay.py`` asks again. docs/contract/compatibility.md describes it.
"""
