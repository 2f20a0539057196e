"""What others cite, file and compute with: linked data, provenance, annotations, citations, tables of rows.

Everything here is for programs and archives and has no language of its own; what people read is `rendering`'s. Public
functions take values of the model (or a ledger's entries) and give text, or write rows to a binary stream and say how
many.

`provenance` is the only door to prov, `parquet_table` the only one to pyarrow.
"""
