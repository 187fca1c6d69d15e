"""The same pipeline for very many documents: inputs → shards → Parquet tables, resumable, on one machine or many.

`planning` cuts the inputs into shards by bytes, the same ones whatever the number of workers. `shard_runner.run_shard` takes
one shard through the analysers and writes its tables; it is all that a worker does, in a local process or on a cluster.
A shard is done when its file of documents is there.

- inputs: `streams` (fsspec), `splitting`, `rows`, `shards`, `documents`, `arrow` (compressed inputs), `arrow_parquet`;
- one document: `analysis`; limits and the journal of documents being worked on: `limits`;
- tables: `tables`, `arrow_columns` (pyarrow); the output folder: `run_folder`;
- engines: `local_engine`, `dask_engine`; questions: `queries`, `run_diff` (DuckDB).
"""
