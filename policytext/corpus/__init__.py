"""The same pipeline for very many documents: inputs → shards → Parquet tables, resumable, on one machine or many.

`planning` cuts the inputs into shards by bytes, the same ones whatever the number of workers. `shard_runner.run_shard` takes
one shard through the analysers and writes its tables; it is all that a worker does, in a local process or on a cluster.
A shard is done when its file of documents is there.

- inputs: `streams` (fsspec), `splitting`, `line_chunks`, `rows`, `shards`, `documents`, `arrow` (compressed inputs),
  `arrow_parquet`;
- one document: `analysis`; its `limits`; the `journal` of the documents that workers are reading;
- tables: `tables`, `arrow_columns` (pyarrow); the output folder: `run_folder`;
- engines: `local_engine`, `dask_engine`; queries: `queries`, `run_diff` (DuckDB).
"""
