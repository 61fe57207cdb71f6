"""The pipeline: spec in, code out. `python -m codegen` regenerates, `--check` compares. Imports nothing but itself."""
