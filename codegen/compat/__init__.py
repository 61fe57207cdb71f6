"""Compatibility: `python -m codegen.compat OLD NEW` proves that NEW serves clients of OLD, or says why not."""
