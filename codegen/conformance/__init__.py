"""Proofs about a contract: instances of its schemas, and what of it the recorded exchanges have used."""
