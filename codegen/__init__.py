"""The code generator: reads spec/, writes generated/ and the generated part of shared-types/.

`python -m codegen` regenerates, `python -m codegen --check` compares. The package imports no other package of ours.
"""
