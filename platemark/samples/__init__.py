"""The files of the sample set templates: ``<slug>.json`` with the fields and ``<slug>.csv`` with the rows of each."""
