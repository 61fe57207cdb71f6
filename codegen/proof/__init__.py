"""The proofs of a contract for any OpenAPI 3.1 document: agreement, coverage, compatibility, mutants."""
